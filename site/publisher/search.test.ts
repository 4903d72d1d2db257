import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuides } from '../src/search/guide-files.ts';
import { searchEntries } from '../test/search-entries.ts';
import { writeSnapshot } from '../test/tiny-snapshot.ts';
import { indexSite } from './search.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
const snapshotFile = path.join(folder, 'snapshot.db');
const target = path.join(folder, 'dist');

beforeAll(async () => {
  writeSnapshot(snapshotFile, searchEntries);
  await indexSite(target, snapshotFile);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the files of the index', () => {
  it('are what the page loads and nothing else', () => {
    const top = readdirSync(path.join(target, 'pagefind')).filter(
      (name) => !name.endsWith('.pf_meta'),
    );
    expect(top.toSorted()).toEqual([
      'filter',
      'fragment',
      'index',
      'late.json',
      'pagefind-entry.json',
      'pagefind.js',
      'terms.json',
      'wasm.unknown.pagefind',
    ]);
  });

  it('hold every entry once, without its keys', () => {
    const fragments = path.join(target, 'pagefind/fragment');
    const texts = readdirSync(fragments).map((name) =>
      gunzipSync(readFileSync(path.join(fragments, name))).toString('utf8'),
    );
    // Organisations have no page of their own; the guides are the site's own.
    expect(texts).toHaveLength(searchEntries.length - 1 + readGuides().length);
    for (const text of texts) expect(text).toContain('"content":""');
  });

  it('are the same bytes each time', async () => {
    const again = path.join(folder, 'again');
    await indexSite(again, snapshotFile);
    const names = readdirSync(again, { recursive: true, encoding: 'utf8' }).toSorted();
    expect(names).toEqual(readdirSync(target, { recursive: true, encoding: 'utf8' }).toSorted());
    for (const name of names.filter((each) => /\.\w+$/.test(each))) {
      const same = readFileSync(path.join(again, name)).equals(
        readFileSync(path.join(target, name)),
      );
      expect(same, name).toBe(true);
    }
  });
});
