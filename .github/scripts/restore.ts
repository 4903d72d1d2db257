/** `npm run restore`: puts a backup into a data directory. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { releasesDirOf } from '../../site/publisher/settings.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { tell } from '../../site/publisher/terminal.ts';
import { readCommandLine } from './machine/command-line.ts';
import { givenPath } from './machine/given-path.ts';
import { isHalfRestored, markHalfRestored, unmarkHalfRestored } from './machine/half-restored.ts';
import { runCommand, step } from './machine/progress.ts';
import { readSettings, type Settings } from './machine/settings.ts';
import { secretsNameOf } from './saving/archive-names.ts';
import { readBackupKey } from './saving/encryption.ts';
import { ledgerName, mergeLedgers } from './saving/ledger.ts';
import { describe, type Manifest } from './saving/manifest.ts';
import { loadPostgres, refuseFullPostgres } from './saving/postgres.ts';
import { keepLiveReleaseOnly, putInPlace } from './saving/put-in-place.ts';
import { unpackSecrets } from './saving/secrets-bundle.ts';
import { forgetSqliteEpoch } from './saving/sqlite.ts';
import { databaseNames } from './saving/stage.ts';
import { takeTarget, type Target } from './saving/target.ts';
import { unpack } from './saving/unpack.ts';

const use = 'npm run restore -- <archive> [--force] [--secrets <file>]';
const signal = stopSignal();

await runCommand(async () => {
  const { values, positionals } = readCommandLine(
    use,
    { force: { type: 'boolean', default: false }, secrets: { type: 'string' } },
    1,
  );
  const [given] = positionals;
  if (!given) throw new Error(`Name the archive.\nUse: ${use}`);
  const archive = givenPath(given);
  const settings = readSettings(process.env);
  const key = readBackupKey(process.env);
  const target = takeTarget(settings.dataDir, values);
  const staging = path.join(settings.dataDir, '.restoring');
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    const manifest = await step('the archive is unpacked and whole', async () => {
      if (settings.databaseUrl && !target.isReplacing) {
        await refuseFullPostgres(settings.databaseUrl, signal);
      }
      return unpack(archive, staging, { key, signal });
    });
    const secrets = values.secrets ? givenPath(values.secrets) : secretsNameOf(archive);
    const hasSecrets = values.secrets !== undefined || existsSync(secrets);
    if (hasSecrets) await unpackSecrets(secrets, staging, key);
    const aside = await step('everything is in place', () =>
      place({ settings, target, staging, manifest, archive }),
    );
    tell(`\nRestored: ${describe(manifest)}, as of ${manifest.madeAt}, into ${settings.dataDir}`);
    if (aside) tell(`What was there lies in ${aside}: delete it when you are sure.`);
    tell(
      hasSecrets
        ? `The secrets are those of ${secrets}.`
        : "There was no file of secrets: everybody signs in again, and other API tokens than the build's are made anew.",
    );
    tell('"npm start" publishes it.');
  } finally {
    rmSync(staging, { recursive: true, force: true });
    target.release();
  }
});
process.exit();

interface Placing {
  settings: Settings;
  target: Target;
  staging: string;
  manifest: Manifest;
  archive: string;
}

async function place({ settings, target, staging, manifest, archive }: Placing) {
  const { dataDir, databaseUrl } = settings;
  const database = path.join(staging, databaseNames[manifest.database]);
  const hasHalf = isHalfRestored(dataDir);
  let isLoaded = false;
  if (manifest.database === 'sqlite') {
    if (databaseUrl) {
      throw new Error(`${archive} is of SQLite: leave DATABASE_URL out to restore it.`);
    }
    forgetSqliteEpoch(database);
    renameSync(database, path.join(staging, 'cms.db'));
  } else if (!databaseUrl) {
    throw new Error(`${archive} is of PostgreSQL: name an empty database in DATABASE_URL.`);
  }
  mergeLedgers(path.join(staging, ledgerName), path.join(dataDir, ledgerName));
  markHalfRestored(dataDir, archive);
  try {
    if (databaseUrl) {
      const dump = { file: database, counts: manifest.counts };
      await loadPostgres(databaseUrl, dump, { isReplacing: target.isReplacing, signal });
      isLoaded = true;
      rmSync(database);
    }
    const aside = putInPlace(dataDir, staging, new Date());
    keepLiveReleaseOnly(releasesDirOf({ SEE_DATA_DIR: dataDir }));
    unmarkHalfRestored(dataDir);
    return aside;
  } catch (error) {
    // What failed was undone, but for a database that is loaded already.
    if (!isLoaded && !hasHalf) unmarkHalfRestored(dataDir);
    throw error;
  }
}
