/** Writes the search index of a site: what `/search` loads, in `pagefind/`. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { z } from 'zod';
import { contentOf } from '../src/search/content.ts';
import { lateFile, nothingLate } from '../src/search/late.ts';
import type { SearchRecord } from '../src/search/record.ts';
import { searchRecords } from '../src/search/records.ts';
import { lineField, titleField } from '../src/search/shown-fields.ts';
import { planningTerms } from '../src/search/terms.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';

/** Without a language Pagefind stems nothing: the words come as finished keys. */
const noLanguage = 'unknown';
const batchSize = 250;
/** A line is for telling entries apart; its page has the rest. */
const longestLine = 220;
/** Pagefind's own interfaces, which the site does not use, and the worker, which it goes without. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\b/;

/** Indexes every published entry of the snapshot once, in all its languages. */
export async function indexSite(
  distDir: string,
  snapshotFile: string,
): Promise<{ records: number }> {
  const snapshot = new Snapshot(snapshotFile);
  try {
    const records = searchRecords(snapshot);
    const target = path.join(distDir, 'pagefind');
    await rm(target, { recursive: true, force: true });
    await writeAll(target, (await indexRecords(records)).files);
    await writeAll(target, new Map([[lateFile, JSON.stringify(nothingLate)]]));
    await writeTerms(distDir, snapshot);
    return { records: records.length };
  } finally {
    snapshot.close();
  }
}

/** The terms of planning that the search page explains. */
export async function writeTerms(distDir: string, snapshot: Snapshot): Promise<void> {
  const terms = JSON.stringify(planningTerms(snapshot));
  await writeAll(path.join(distDir, 'pagefind'), new Map([['terms.json', terms]]));
}

export interface Index {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Address of a record → the id by which the index names it. */
  readonly ids: ReadonlyMap<string, string>;
}

export async function indexRecords(records: readonly SearchRecord[]): Promise<Index> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: noLanguage });
  refuse(errors);
  if (!index) throw new Error('The search index could not be started.');
  try {
    for (let start = 0; start < records.length; start += batchSize) {
      const batch = records.slice(start, start + batchSize);
      const added = await Promise.all(batch.map((each) => index.addCustomRecord(asRecord(each))));
      refuse(added.flatMap((each) => each.errors));
    }
    const { files, errors: faults } = await index.getFiles();
    refuse(faults);
    const byPath = new Map(records.map((each) => [each.path, each]));
    const ids = new Map<string, string>();
    const kept = files
      .filter(({ path: name }) => !unused.test(name))
      .map(({ path: name, content }): [string, string | Uint8Array] => {
        if (!name.startsWith('fragment/')) return [name, content];
        const { record, bytes } = withShown(name, content, byPath);
        ids.set(record.path, path.basename(name, path.extname(name)));
        return [name, bytes];
      });
    return { files: new Map(kept), ids };
  } finally {
    await pagefind.close();
  }
}

function asRecord(record: SearchRecord): pagefind.CustomRecord {
  return {
    url: record.path,
    content: contentOf(record),
    language: noLanguage,
    // Only so that a fragment gets another name when what it shows changes.
    meta: { version: digestOf(JSON.stringify(shownFields(record))) },
    filters: Object.fromEntries(
      Object.entries(record.facets).map(([key, values]) => [key, [...values]]),
    ),
  };
}

export function shownFields({ ref, shown }: SearchRecord): Record<string, string> {
  const fields = [...shown()].flatMap(([language, { title, line }]): [string, string][] => [
    [titleField(language), title],
    [lineField(language), shorten(line)],
  ]);
  return { ref, ...Object.fromEntries(fields.filter(([, text]) => text !== '')) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function shorten(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, line.lastIndexOf(' ', longestLine)).replace(/[\s,;:–-]+$/, '')}…`;
}

const fragmentHead = 'pagefind_dcd';
const fragment = z.looseObject({ url: z.string(), content: z.string(), meta: z.unknown() });

/**
 * A fragment is what a reader loads with a result. Pagefind puts the entry's whole content in, for
 * excerpts; here that is keys which nobody reads, so title and line stand there instead. (Given to
 * Pagefind as metadata they would be indexed a second time, word by word.)
 */
function withShown(
  name: string,
  content: Uint8Array,
  records: ReadonlyMap<string, SearchRecord>,
): { record: SearchRecord; bytes: Uint8Array } {
  const text = gunzipSync(content).toString('utf8');
  const parsed = text.startsWith(fragmentHead)
    ? fragment.safeParse(JSON.parse(text.slice(fragmentHead.length)))
    : null;
  const record = records.get(parsed?.data?.url ?? '');
  if (!record) {
    throw new Error(`The search index wrote ${name} in a form that this version does not know.`);
  }
  const slim = { ...parsed?.data, content: '', meta: shownFields(record) };
  return { record, bytes: gzipSync(fragmentHead + JSON.stringify(slim), { level: 9 }) };
}

export async function writeAll(
  target: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => path.dirname(path.join(target, name))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(target, name), content);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) {
    throw new Error(`The search index could not be written: ${errors.join(' ')}`);
  }
}
