/** `npm run backup`: saves database and uploads; the platform may run. */
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { takeLock } from '../../site/publisher/process-lock.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { tell } from '../../site/publisher/terminal.ts';
import { cmsDir } from './cms/cms-environment.ts';
import { readCommandLine } from './machine/command-line.ts';
import { givenPath } from './machine/given-path.ts';
import { ownPresentDataDir } from './machine/own-data-dir.ts';
import { runCommand, step } from './machine/progress.ts';
import { readSettings, type Settings } from './machine/settings.ts';
import { archiveName, keepLastArchives, secretsNameOf } from './saving/archive-names.ts';
import { readBackupKey } from './saving/encryption.ts';
import { describe, format, type Manifest } from './saving/manifest.ts';
import { pack } from './saving/pack.ts';
import { saveSecrets } from './saving/secrets-bundle.ts';
import { stage, type Staged } from './saving/stage.ts';

const signal = stopSignal();

await runCommand(async () => {
  const { values, positionals } = readCommandLine(
    'npm run backup -- [folder] [--with-secrets]',
    { 'with-secrets': { type: 'boolean', default: false } },
    1,
  );
  const settings = readSettings(process.env);
  const key = readBackupKey(process.env);
  ownPresentDataDir(settings.dataDir);
  const folder = positionals[0]
    ? givenPath(positionals[0])
    : path.join(settings.dataDir, 'backups');
  const unlock = takeLock(
    path.join(settings.dataDir, 'backup.lock'),
    ({ pid, at }) => `A backup of ${settings.dataDir} is under way (process ${pid}, since ${at}).`,
  );
  // On the disk of the uploads, so that they can be linked.
  const staging = path.join(settings.dataDir, '.backup-staging');
  const part = path.join(folder, '.see-backup.part');
  const clean = () => {
    for (const left of [staging, part]) rmSync(left, { recursive: true, force: true });
  };
  try {
    clean();
    mkdirSync(staging);
    mkdirSync(folder, { recursive: true });
    const at = new Date();
    const staged = await step('the database is copied', () => stage(settings, staging, signal));
    const manifest = await step('database and uploads are packed', () =>
      pack(
        { folder: staging, names: staged.names, target: part, key, signal },
        factsOf(staged, at),
      ),
    );
    const archive = path.join(folder, archiveName(at, key !== null));
    renameSync(part, archive);
    tell(`\nSaved: ${archive} (${describe(manifest)})`);
    tell(await keepSecrets(settings, archive, { key, isAsked: values['with-secrets'] }));
    const dropped = keepLastArchives(folder);
    if (dropped.length > 0)
      tell(`Removed, being older than the last fourteen: ${dropped.join(', ')}`);
  } finally {
    clean();
    unlock();
  }
});
process.exit();

function factsOf({ database, counts }: Staged, at: Date): Omit<Manifest, 'files'> {
  const file = path.join(cmsDir, 'package.json');
  const { dependencies } = z
    .object({ dependencies: z.object({ '@strapi/strapi': z.string() }) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const versions = { node: process.versions.node, strapi: dependencies['@strapi/strapi'] };
  return { format, madeAt: at.toISOString(), versions, database, counts };
}

/** Answers in a sentence where the secrets are. */
async function keepSecrets(
  { dataDir }: Settings,
  archive: string,
  { key, isAsked }: { key: string | null; isAsked: boolean },
): Promise<string> {
  if (!key && !isAsked) {
    return 'It is not encrypted and holds personal data: keep it safe, or give a key in SEE_BACKUP_KEY.\nNot saved: the secrets and the demo passwords. With a key, or with --with-secrets, they are saved in a file beside it.';
  }
  const target = secretsNameOf(archive);
  const areSaved = await saveSecrets(dataDir, target, key);
  return areSaved
    ? `Saved: ${target} (the secrets; keep them in another place than the archive)`
    : `Not saved: secrets, of which ${dataDir} holds none; those of the environment stand in it.`;
}
