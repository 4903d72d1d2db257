import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { buildCms } from '../../cms/build-cms.ts';
import { seedCms } from '../../cms/seed-cms.ts';
import { freePorts } from '../../machine/ports.ts';
import { step } from '../../machine/progress.ts';
import { loadSecrets } from '../../machine/secrets.ts';
import { readSettings, type Settings } from '../../machine/settings.ts';
import { generatePractices } from '../generate/generate-practices.ts';
import { BenchPlatform } from './bench-platform.ts';

const portNames = ['SITE_PORT', 'CMS_PORT', 'PUBLISHER_PORT', 'MAIL_WEB_PORT', 'MAIL_SMTP_PORT'];

export interface PlatformOptions {
  /** Where data directories lie, one with the real content and one for each number of entries. */
  folder: string;
  entries: number;
  signal: AbortSignal;
}

/** A platform with so many practices; nothing of it runs yet. */
export async function makePlatform(options: PlatformOptions): Promise<BenchPlatform> {
  const { folder, entries, signal } = options;
  const real = await settingsFor(path.join(folder, 'real'));
  const secrets = loadSecrets(real.dataDir, {});
  await step('the CMS is built', (say) => buildCms(real, secrets, { say, signal }));
  await step('the real content is filled in', (say) =>
    seedCms(real, secrets, { say: quieter(say), signal }),
  );
  const settings = await settingsFor(path.join(folder, `with-${entries}`));
  if (!existsSync(path.join(settings.dataDir, 'cms.db'))) {
    await step(`${entries} practices are made`, (say) => {
      const made = `${settings.dataDir}.part`;
      rmSync(made, { recursive: true, force: true });
      cpSync(real.dataDir, made, { recursive: true });
      generatePractices(path.join(made, 'cms.db'), entries, say);
      rmSync(settings.dataDir, { recursive: true, force: true });
      cpSync(made, settings.dataDir, { recursive: true });
      rmSync(made, { recursive: true });
      return Promise.resolve();
    });
  }
  return new BenchPlatform(settings, signal);
}

async function settingsFor(dataDir: string): Promise<Settings> {
  mkdirSync(dataDir, { recursive: true });
  const ports = await portsOf(dataDir);
  return readSettings({
    SEE_DATA_DIR: dataDir,
    SEE_DEMO: 'true',
    ...Object.fromEntries(portNames.map((name, index) => [name, String(ports[index])])),
  });
}

/** The same ones each time: pages print addresses, and others would make all of them anew. */
async function portsOf(dataDir: string): Promise<readonly number[]> {
  const file = path.join(dataDir, 'ports.json');
  if (existsSync(file)) return z.array(z.int()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const ports = await freePorts(portNames.length);
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

/** Without the notes about what the files of the real content leave out. */
function quieter(say: (line: string) => void): (line: string) => void {
  return (line) => {
    if (!line.startsWith('note:')) say(line);
  };
}
