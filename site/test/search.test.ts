import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { indexSite } from '../publisher/search.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { readGuides } from '../src/search/guide-files.ts';
import { openIndex } from '../src/search/pagefind.ts';
import { searchEntries } from './search-entries.ts';
import { writeSnapshot } from './tiny-snapshot.ts';

const guides = readGuides().length;
const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
let engine: SearchEngine;

/** Addresses of what a query finds, the best first. */
async function find(query: string): Promise<string[]> {
  const { hits } = await engine.find(query);
  return Promise.all(hits.map(async ({ load }) => (await load()).url.slice(1)));
}

beforeAll(async () => {
  writeSnapshot(path.join(folder, 'snapshot.db'), searchEntries);
  await indexSite(folder, path.join(folder, 'snapshot.db'));
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, ''))))),
  );
  engine = new SearchEngine(await openIndex(`${pathToFileURL(folder).href}/pagefind/`));
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

describe('a query', () => {
  it.each([
    ['Kavala', 'cities/kavala'],
    ['Καβάλα', 'cities/kavala'],
    ['ΚΑΒΑΛΑΣ', 'cities/kavala'],
    ['Balti', 'cities/balti'],
    ['bălţi', 'cities/balti'],
    ['Темерин', 'cities/temerin'],
    ['Temerinu', 'cities/temerin'],
    ['young people', 'challenges/leaving'],
    ['νέοι', 'challenges/leaving'],
    ['tineri', 'challenges/leaving'],
    ['giovane', 'challenges/leaving'],
    ['mladi', 'challenges/leaving'],
    ['млади', 'challenges/leaving'],
    ['exodul', 'challenges/leaving'],
    ['pupil', 'practices/pupils'],
    ['városok', 'practices/varos'],
    ['piac', 'practices/varos'],
    ['towns we planned', 'practices/varos'],
    ['PUG', 'glossary#see-g-001'],
    ['устройствени планове', 'glossary#see-g-001'],
    ['SEE-P-001', 'practices/pupils'],
    ['set up an urban task force', 'guides/urban-task-force'],
    ['poster plan', 'guides/three-workshops'],
    ['kav', 'cities/kavala'],
    ['план', 'glossary#see-g-001'],
  ])('"%s" finds %s first', async (query, url) => {
    expect((await find(query))[0]).toBe(url);
  });

  it('finds an entry by its town and its challenge in another language than its own', async () => {
    expect(await find('Καβάλα νέων')).toEqual(['practices/pupils']);
  });

  it('wants all its words', async () => {
    expect(await find('port council')).toEqual([]);
  });

  it('is not bent by the endings of another language', async () => {
    // "market" would be the Hungarian accusative of "mark".
    expect(await find('market')).toEqual([]);
  });

  it('goes on without words that nobody has, and says so', async () => {
    const { hits, missing } = await engine.find('Bălți xyzzy');
    expect(missing).toEqual(['xyzzy']);
    expect(hits).toHaveLength(1);
  });

  it.each(['', ' ', '?!', 'a', '"', '*'.repeat(5000)])('of "%.9s" finds nothing', async (query) => {
    expect(await find(query)).toEqual([]);
  });

  it('marks the words it found', async () => {
    const { isMatch } = await engine.find('planned');
    expect(isMatch('Planning', 'ε')).toBe(true);
    expect(isMatch('planet', 'ε')).toBe(false);
  });
});

describe('a facet', () => {
  it.each([
    ['type', 'practice', 2],
    ['country', 'GR', 2],
    ['country', 'RO', 1],
    ['country', 'unknown', 3],
    ['city', 'kavala', 2],
    ['challenge', 'leaving', 2],
    ['cost', 'under5k', 1],
    ['cost', 'unknown', 2],
    ['level', 'involve', 1],
    ['lifecycle', 'running', 4],
    ['language', 'hu', 1],
    ['type', 'guide', guides],
    ['language', 'en', 2 + guides],
    ['size', 'unknown', 8],
    ['year', 'y2014_2020', 2],
    ['year', 'no-such-year', 0],
  ])('%s=%s has %i entries', async (key, value, count) => {
    expect((await engine.having(key, value)).size).toBe(count);
  });
});
