import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { indexInLayers } from '../publisher/search-layers.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { openIndex } from '../src/search/pagefind.ts';
import { searchEntries } from './search-entries.ts';
import { city, writeSnapshot } from './tiny-snapshot.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'search-layers-'));
const snapshotFile = path.join(dir, 'snapshot.db');
const entryFile = path.join(dir, 'pagefind/pagefind-entry.json');

async function index(
  entries: typeof searchEntries,
  mostLate = 5,
  mostInPart?: number,
): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(snapshotFile + end, { force: true });
  writeSnapshot(snapshotFile, entries);
  await indexInLayers({
    dir,
    snapshotFile,
    fewest: 1,
    mostLate,
    ...(mostInPart && { mostInPart }),
  });
}

const open = () => openIndex(`${pathToFileURL(dir).href}/pagefind/`);

async function find(query: string): Promise<string[]> {
  const engine = new SearchEngine(await open());
  const { hits } = await engine.find(query);
  return Promise.all(hits.map(async ({ load }) => (await load()).url.slice(1)));
}

beforeAll(async () => {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, ''))))),
  );
  await index(searchEntries);
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(dir, { recursive: true });
});

const inode = () => statSync(entryFile).ino;

it('indexes all entries once, and what changed since beside it', async () => {
  const before = inode();
  await index([...searchEntries, city('SEE-C-099', { name: 'Zlatograd' })]);
  expect(inode()).toBe(before);
  expect(existsSync(path.join(dir, 'pagefind/late/pagefind-entry.json'))).toBe(true);
  expect(existsSync(path.join(dir, 'pagefind/late/pagefind.js'))).toBe(false);
  expect(await find('Zlatograd')).toHaveLength(1);
  expect((await find('Kavala'))[0]).toBe('cities/kavala');
});

it('finds an entry that is gone no more, and an edited one once', async () => {
  const renamed = city('SEE-C-002', { name: 'Beltsy', slug: 'balti', country: 'MD' });
  const isKept = ({ rows }: (typeof searchEntries)[number]) =>
    !['SEE-C-001', 'SEE-C-002'].includes(String(rows[0]?.ref));
  await index([...searchEntries.filter(isKept), renamed]);
  expect(await find('Kavala')).not.toContain('cities/kavala');
  expect(await find('Beltsy')).toEqual(['cities/balti']);
  expect(await find('Bălți')).toEqual([]);
});

it('indexes everything anew where too much has changed', async () => {
  const before = inode();
  await index(searchEntries.slice(0, 3), 1);
  expect(inode()).not.toBe(before);
  expect((await open()).late).toMatchObject({ ids: [], outdated: [] });
});

it('tells who opened it when another index has taken its place', async () => {
  const opened = await open();
  expect(await opened.isCurrent()).toBe(true);
  await index([...searchEntries.slice(0, 3), city('SEE-C-099', { name: 'Zlatograd' })]);
  expect(await opened.isCurrent()).toBe(false);
  const beside = await open();
  await index(searchEntries, 1);
  expect(await beside.isCurrent()).toBe(false);
});

it('finds in an index that is made in parts what it finds in one', async () => {
  const asked = ['Kavala', 'mladi', 'PUG', 'kav', 'Темерин'];
  const findEach = async () => {
    const found: string[][] = [];
    for (const query of asked) found.push((await find(query)).sort());
    return found;
  };
  // Whether there is anything to index anew is told by what was indexed last.
  await index(searchEntries.slice(0, 3), 1);
  await index(searchEntries, 1);
  const inOne = await findEach();
  await index(searchEntries.slice(0, 3), 1);
  await index(searchEntries, 1, 4);
  const { late } = await open();
  expect(late.parts).toBeGreaterThan(2);
  expect(existsSync(path.join(dir, 'pagefind/part-2/pagefind-entry.json'))).toBe(true);
  expect(existsSync(path.join(dir, 'pagefind/part-2/pagefind.js'))).toBe(false);
  expect(await findEach()).toEqual(inOne);
  expect(inOne.every((found) => found.length > 0)).toBe(true);
  await index([...searchEntries, city('SEE-C-099', { name: 'Zlatograd' })], 5, 4);
  expect((await open()).late.parts).toBe(late.parts);
  expect(await find('Zlatograd')).toHaveLength(1);
});
