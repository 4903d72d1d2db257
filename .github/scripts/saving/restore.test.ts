import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../site/publisher/process-lock.ts';
import { lockDataDir } from '../machine/data-lock.ts';
import { testFolder } from '../testing/test-folder.ts';
import { mergeLedgers } from './ledger.ts';
import { putInPlace } from './put-in-place.ts';
import { archiveIn, firstCity, runSaving, sampleDataDir } from './sample-data.ts';

const SEE_BACKUP_KEY = 'the key of these tests';

/** A data directory and an archive of it. */
async function saved(variables: NodeJS.ProcessEnv = {}) {
  const folder = testFolder();
  const dataDir = sampleDataDir(path.join(folder, 'data'));
  const archives = path.join(folder, 'archives');
  const { output } = await runSaving('backup', [archives], { SEE_DATA_DIR: dataDir, ...variables });
  return { folder, dataDir, archives, archive: archiveIn(archives), output };
}

describe('a backup', () => {
  it('says what it holds, and leaves nothing but the archive', async () => {
    const { dataDir, archives, output } = await saved();
    expect(output).toContain('4 rows in 2 tables, 2 uploaded files');
    expect(output).toContain('It is not encrypted');
    expect(readdirSync(archives)).toHaveLength(1);
    expect(readdirSync(dataDir).sort()).toEqual(['cms.db', 'uploads']);
  });

  it('lies in the data directory unless another folder is named', async () => {
    const dataDir = sampleDataDir(path.join(testFolder(), 'data'));
    await runSaving('backup', [], { SEE_DATA_DIR: dataDir });
    expect(statSync(archiveIn(path.join(dataDir, 'backups'))).mode & 0o777).toBe(0o600);
  });

  it('has the secrets in a file of their own, and only when that is safe or asked for', async () => {
    const { dataDir, archives } = await saved();
    writeFileSync(path.join(dataDir, 'secrets.json'), '{"jwtSecret":"a secret"}', { mode: 0o600 });
    await runSaving('backup', [archives], { SEE_DATA_DIR: dataDir });
    expect(readdirSync(archives).filter((name) => name.includes('secrets'))).toEqual([]);
    const encrypted = path.join(dataDir, '../encrypted');
    await runSaving('backup', [encrypted], { SEE_DATA_DIR: dataDir, SEE_BACKUP_KEY });
    const secrets = archiveIn(encrypted).replace('.tar.gz.enc', '.secrets.json.enc');
    expect(readFileSync(secrets).includes('a secret')).toBe(false);
    const asked = path.join(dataDir, '../asked');
    await runSaving('backup', [asked, '--with-secrets'], { SEE_DATA_DIR: dataDir });
    const plain = archiveIn(asked).replace('.tar.gz', '.secrets.json');
    expect(readFileSync(plain, 'utf8')).toContain('a secret');
    expect(statSync(plain).mode & 0o777).toBe(0o600);
  });

  it('of nothing, or without the programs of the database, is refused with what to do', async () => {
    const nothing = await runSaving('backup', [], { SEE_DATA_DIR: path.join(testFolder(), 'x') });
    expect(nothing).toMatchObject({ code: 1 });
    expect(nothing.output).toContain('is SEE_DATA_DIR the right folder?');
    const empty = testFolder();
    writeFileSync(path.join(empty, 'cms.db'), '');
    const begun = await runSaving('backup', [], { SEE_DATA_DIR: empty });
    expect(begun).toMatchObject({ code: 1 });
    expect(begun.output).toContain('The database holds nothing yet');
    expect(readdirSync(path.join(empty, 'backups'))).toEqual([]);
    const variables = { PATH: '/nowhere', DATABASE_URL: 'postgres://see@127.0.0.1:1/see' };
    const dataDir = testFolder();
    const noProgram = await runSaving('backup', [], { SEE_DATA_DIR: dataDir, ...variables });
    expect(noProgram.output).toContain('pg_dump is not on the PATH');
    expect(readdirSync(dataDir)).toEqual(['backups']);
    expect(readdirSync(path.join(dataDir, 'backups'))).toEqual([]);
  });
});

describe('a restore', () => {
  it('is refused with a sentence and writes nothing', async () => {
    const { folder, dataDir, archives, archive } = await saved({ SEE_BACKUP_KEY });
    const fresh = path.join(folder, 'fresh');
    const cut = path.join(archives, 'cut.tar.gz.enc');
    writeFileSync(cut, readFileSync(archive).subarray(0, 100_000));
    const cases: [string, string, NodeJS.ProcessEnv][] = [
      [archive, 'The key does not open', { SEE_DATA_DIR: fresh, SEE_BACKUP_KEY: 'x'.repeat(20) }],
      [archive, 'is encrypted', { SEE_DATA_DIR: fresh }],
      [cut, 'is damaged or cut', { SEE_DATA_DIR: fresh, SEE_BACKUP_KEY }],
      [path.join(folder, 'none'), 'cannot be opened', { SEE_DATA_DIR: fresh }],
      [archive, 'is not empty', { SEE_DATA_DIR: dataDir, SEE_BACKUP_KEY }],
    ];
    for (const [given, sentence, variables] of cases) {
      const { code, output } = await runSaving('restore', [given], variables);
      expect(output).toContain(sentence);
      expect(output).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    }
    expect(existsSync(fresh)).toBe(false);
    expect(readdirSync(dataDir).sort()).toEqual(['cms.db', 'uploads']);
  });

  it.each(['running.lock', 'publisher.lock'])('is refused while %s is held', async (lock) => {
    const { dataDir, archive } = await saved();
    onTestFinished(takeLock(path.join(dataDir, lock), () => 'held'));
    const { output } = await runSaving('restore', ['--force', archive], { SEE_DATA_DIR: dataDir });
    expect(output).toContain(`A platform runs on ${dataDir} (process ${process.pid})`);
    expect(firstCity(dataDir)).toBe('Kavala');
  });

  it('that is forced keeps what was there aside, and the live release for readers', async () => {
    const { archive } = await saved();
    const dataDir = sampleDataDir(path.join(testFolder(), 'data'), 'Drama');
    for (const name of ['snapshot.db', 'secrets.json']) writeFileSync(path.join(dataDir, name), '');
    for (const id of ['20260101T000000Z-a', '20260102T000000Z-b']) {
      mkdirSync(path.join(dataDir, 'releases', id), { recursive: true });
    }
    writeFileSync(path.join(dataDir, 'releases/pinned'), '');
    const { code } = await runSaving('restore', ['--force', archive], { SEE_DATA_DIR: dataDir });
    expect(code).toBe(0);
    const [aside = ''] = readdirSync(dataDir).filter((name) => name.startsWith('replaced-'));
    expect(readdirSync(dataDir).sort()).toEqual(
      ['cms.db', 'releases', aside, 'secrets.json', 'uploads'].sort(),
    );
    expect([firstCity(dataDir), firstCity(path.join(dataDir, aside))]).toEqual(['Kavala', 'Drama']);
    expect(existsSync(path.join(dataDir, 'releases/pinned'))).toBe(false);
  });

  it('that was killed in the middle keeps platforms away, and can be run again', async () => {
    const { folder, archive } = await saved();
    const dataDir = path.join(folder, 'half');
    mkdirSync(path.join(dataDir, 'uploads'), { recursive: true });
    writeFileSync(path.join(dataDir, 'half-restored'), archive);
    expect(() => lockDataDir(dataDir)).toThrow(`npm run restore -- ${archive}`);
    const { code } = await runSaving('restore', [archive], { SEE_DATA_DIR: dataDir });
    expect([code, firstCity(dataDir)]).toEqual([0, 'Kavala']);
    lockDataDir(dataDir)();
  });
});

it('a move that fails undoes those before it', () => {
  const dataDir = testFolder();
  const arriving = testFolder();
  writeFileSync(path.join(dataDir, 'cms.db'), 'old');
  writeFileSync(path.join(arriving, 'cms.db'), 'new');
  mkdirSync(path.join(arriving, 'uploads'));
  const failing = (from: string, to: string) => {
    if (from.endsWith('uploads')) throw new Error('no room');
    renameSync(from, to);
  };
  expect(() => putInPlace(dataDir, arriving, new Date(), failing)).toThrow('no room');
  expect(readFileSync(path.join(dataDir, 'cms.db'), 'utf8')).toBe('old');
  expect(readdirSync(arriving)).toEqual(['cms.db', 'uploads']);
});

it('what was erased since the backup stays in the ledger', () => {
  const [restored, present] = [path.join(testFolder(), 'a'), path.join(testFolder(), 'b')];
  writeFileSync(restored, '{"who":1}\n');
  writeFileSync(present, '{"who":1}\n{"who":2}\n');
  mergeLedgers(restored, present);
  expect(readFileSync(restored, 'utf8')).toBe('{"who":1}\n{"who":2}\n');
  renameSync(restored, `${restored}.moved`);
  mergeLedgers(restored, present);
  expect(readFileSync(restored, 'utf8')).toBe('{"who":1}\n{"who":2}\n');
});
