import path from 'node:path';
import { mailVariables } from '../machine/mail-variables.ts';
import { secretVariables, type SecretName, type Secrets } from '../machine/secrets.ts';
import { root, type Settings } from '../machine/settings.ts';

export const cmsDir = path.join(root, 'cms');

/** The CMS's own command line, run without a shell between. */
export const strapiCommand = (...args: string[]): readonly [string, ...string[]] => [
  process.execPath,
  'node_modules/@strapi/strapi/bin/strapi.js',
  ...args,
];

/** What `cms/config` reads. */
export function cmsEnvironment(
  settings: Settings,
  secrets: Secrets,
  mode: 'production' | 'development' = 'production',
): NodeJS.ProcessEnv {
  const names = Object.keys(secretVariables) as SecretName[];
  return {
    ...process.env,
    ...mailVariables(settings),
    ...Object.fromEntries(names.map((name) => [secretVariables[name], secrets[name]])),
    NODE_ENV: mode,
    STRAPI_TELEMETRY_DISABLED: 'true',
    CMS_PORT: String(settings.ports.cms),
    CMS_PUBLIC_URL: settings.cmsPublicUrl,
    SITE_URL: settings.siteUrl,
    PUBLISHER_URL: settings.publisherUrl,
    SEE_DATA_DIR: settings.dataDir,
    SEE_DEMO: String(settings.isDemo),
    ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
  };
}
