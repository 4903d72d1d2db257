import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../testing/test-folder.ts';
import { archiveName, keepLastArchives, secretsNameOf } from './archive-names.ts';
import { readBackupKey } from './encryption.ts';
import { format, type Manifest } from './manifest.ts';
import { pack } from './pack.ts';
import { unpack } from './unpack.ts';

const { signal } = new AbortController();
const key = 'a key that is long enough';
const facts = {
  format,
  madeAt: '2026-01-02T03:04:05.000Z',
  versions: { node: '24.0.0', strapi: '5.0.0' },
  database: 'sqlite' as const,
  counts: { cities: { rows: 2, documents: 1 } },
};
const contents: Record<string, Buffer> = {
  'database.sqlite': randomBytes(200_000),
  'uploads/uploads/square.jpg': randomBytes(65_536),
  'uploads/uploads/Πλατεία Καβάλας.pdf': Buffer.from('%PDF'),
  'uploads/uploads/empty.pdf': Buffer.alloc(0),
};

/** Packs into a new folder. */
async function packed(options: { key: string | null; facts?: Omit<Manifest, 'files'> }) {
  const folder = testFolder();
  for (const [name, bytes] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  const target = path.join(testFolder(), 'archive');
  const names = Object.keys(contents);
  await pack({ folder, names, target, key: options.key, signal }, options.facts ?? facts);
  return target;
}

/** What unpacking says, with the archive changed before. */
async function refusalOf(
  archive: string,
  given: string | null,
  change: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<string> {
  const changed = path.join(testFolder(), 'changed');
  writeFileSync(changed, change(readFileSync(archive)));
  const error: unknown = await unpack(changed, testFolder(), { key: given, signal }).then(
    () => 'It was unpacked.',
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

describe.each([
  ['in the clear', null],
  ['encrypted', key],
])('an archive %s', (_, given) => {
  it('gives back what was packed, for this user alone', async () => {
    const archive = await packed({ key: given });
    const folder = testFolder();
    const manifest = await unpack(archive, folder, { key: given, signal });
    expect(manifest).toMatchObject(facts);
    for (const [name, bytes] of Object.entries(contents)) {
      expect(readFileSync(path.join(folder, name)).equals(bytes)).toBe(true);
      expect(manifest.files[name]?.bytes).toBe(bytes.length);
    }
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(readFileSync(archive).includes('database.sqlite')).toBe(false);
  });

  it('that is cut anywhere is refused', async () => {
    const archive = await packed({ key: given });
    const { size } = statSync(archive);
    for (const length of [size - 1, size - 100, size >> 1, 70_000, 30, 3, 0]) {
      const said = await refusalOf(archive, given, (bytes) => bytes.subarray(0, length));
      expect(said).toMatch(/^ArchiveError: .*(is damaged|is cut|does not open|is encrypted)/);
    }
  });

  it('with a changed byte anywhere is refused', async () => {
    const archive = await packed({ key: given });
    const { size } = statSync(archive);
    for (const at of [12, 5_000, size >> 1, size - 30, size - 1]) {
      const said = await refusalOf(archive, given, (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      });
      expect(said).toMatch(/^ArchiveError: .*(is damaged|does not open)/);
    }
  });

  it('of a later format is left to later code', async () => {
    const archive = await packed({ key: given, facts: { ...facts, format: format + 1 } });
    expect(await refusalOf(archive, given)).toContain('has format 2, and this code knows format 1');
  });
});

describe('a key', () => {
  it('that is wrong or missing is told from damage', async () => {
    const archive = await packed({ key });
    expect(await refusalOf(archive, 'another key, as long')).toContain('The key does not open');
    expect(await refusalOf(archive, null)).toContain('give its key in SEE_BACKUP_KEY');
  });

  it('that is short is refused, an empty one is none', () => {
    expect(() => readBackupKey({ SEE_BACKUP_KEY: 'short' })).toThrow('shorter than 16');
    expect(readBackupKey({ SEE_BACKUP_KEY: ' ' })).toBeNull();
    expect(readBackupKey({ SEE_BACKUP_KEY: key })).toBe(key);
  });
});

describe('a folder of archives', () => {
  it('keeps the last fourteen with their secrets, and what is not ours', () => {
    const folder = testFolder();
    const names = Array.from({ length: 16 }, (_, day) =>
      archiveName(new Date(Date.UTC(2026, 0, day + 1)), day % 2 === 0),
    );
    expect(names[0]).toBe('see-20260101T000000Z.tar.gz.enc');
    const others = ['see-notes.txt', 'photographs.tar.gz'];
    for (const name of [...names, ...names.map(secretsNameOf), ...others]) {
      writeFileSync(path.join(folder, name), '');
    }
    expect(keepLastArchives(folder)).toEqual(names.slice(0, 2));
    const kept = names.slice(2);
    expect(readdirSync(folder).sort()).toEqual(
      [...kept, ...kept.map(secretsNameOf), ...others].sort(),
    );
    expect(existsSync(path.join(folder, 'see-20260101T000000Z.secrets.json.enc'))).toBe(false);
  });
});
