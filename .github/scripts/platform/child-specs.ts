import path from 'node:path';
import { cmsDir, cmsEnvironment, strapiCommand } from '../cms/cms-environment.ts';
import { mailVariables } from '../machine/mail-variables.ts';
import type { Secrets } from '../machine/secrets.ts';
import { root, type Settings } from '../machine/settings.ts';
import type { ChildSpec } from '../processes/supervisor.ts';

const siteDir = path.join(root, 'site');

export function cmsProcess(settings: Settings, secrets: Secrets): ChildSpec {
  return {
    name: 'cms',
    command: strapiCommand('start'),
    cwd: cmsDir,
    env: cmsEnvironment(settings, secrets),
  };
}

export function cmsDevelopProcess(settings: Settings, secrets: Secrets): ChildSpec {
  return {
    name: 'cms',
    command: strapiCommand('develop'),
    cwd: cmsDir,
    env: cmsEnvironment(settings, secrets, 'development'),
  };
}

/** Catches every mail in place of a mail server; reachable from this machine alone. */
export function mailProcess({ ports, dataDir }: Settings): ChildSpec {
  const options = {
    '--ip': '127.0.0.1',
    '--smtp': ports.mailSmtp,
    '--web-ip': '127.0.0.1',
    '--web': ports.mailWeb,
    '--mail-directory': path.join(dataDir, 'mail'),
    '--max-emails': 500,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [name, String(value)]);
  return {
    name: 'mail',
    command: [
      process.execPath,
      path.join(root, 'node_modules/maildev/dist/bin/maildev.js'),
      ...args,
    ],
    cwd: root,
    env: process.env,
  };
}

export function publisherProcess(settings: Settings, secrets: Secrets): ChildSpec {
  return {
    name: 'publisher',
    // It gives memory back when it rests, and must know its own code all the same for the next edit.
    command: [process.execPath, '--expose-gc', '--no-flush-bytecode', 'publisher/main.ts'],
    cwd: siteDir,
    env: { ...process.env, ...publisherVariables(settings, secrets) },
  };
}

/** What `site/publisher/settings.ts` reads. */
export function publisherVariables(settings: Settings, secrets: Secrets): Record<string, string> {
  return {
    ...mailVariables(settings),
    SEE_DATA_DIR: settings.dataDir,
    SITE_URL: settings.siteUrl,
    CMS_PUBLIC_URL: settings.cmsPublicUrl,
    CMS_URL: settings.cmsUrl,
    CMS_TOKEN: secrets.buildToken,
    PUBLISHER_PORT: String(settings.ports.publisher),
    SEE_PUBLISH_SECRET: secrets.publishSecret,
  };
}

/** The site rendered on demand from a snapshot, reloading when its code changes. */
export function siteDevelopProcess(settings: Settings, snapshotFile: string): ChildSpec {
  return {
    name: 'site',
    command: [
      process.execPath,
      'node_modules/astro/bin/astro.mjs',
      'dev',
      '--port',
      String(settings.ports.site),
    ],
    cwd: siteDir,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...mailVariables(settings),
      CMS_PUBLIC_URL: settings.cmsPublicUrl,
      SEE_SNAPSHOT: snapshotFile,
      SITE_URL: settings.siteUrl,
    },
  };
}

export function siteProcess({ dataDir, siteUrl, cmsPublicUrl, ports }: Settings): ChildSpec {
  return {
    name: 'site',
    command: [process.execPath, 'publisher/serve.ts'],
    cwd: siteDir,
    env: {
      ...process.env,
      SEE_DATA_DIR: dataDir,
      SITE_URL: siteUrl,
      CMS_PUBLIC_URL: cmsPublicUrl,
      SITE_PORT: String(ports.site),
    },
  };
}
