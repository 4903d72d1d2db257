/** Writes the search index of a site: what `/search` loads, in `pagefind/`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { z } from 'zod';
import { contentOf } from '../src/search/content.ts';
import { type Late, lateFile, nothingLate, partFolder } from '../src/search/late.ts';
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
    rmSync(target, { recursive: true, force: true });
    const { parts } = await indexInParts(records, target);
    writeLate(target, { ...nothingLate, parts });
    writeTerms(target, snapshot);
    return { records: records.length };
  } finally {
    snapshot.close();
  }
}

/** The terms of planning that the search page explains. */
export function writeTerms(target: string, snapshot: Snapshot): void {
  writeFileSync(path.join(target, 'terms.json'), JSON.stringify(planningTerms(snapshot)));
}

export function writeLate(target: string, late: Omit<Late, 'index'>): void {
  const entries = Array.from({ length: late.parts }, (_, index) =>
    readFileSync(path.join(folderOfPart(target, index + 1), 'pagefind-entry.json'), 'utf8'),
  );
  writeFileSync(
    path.join(target, lateFile),
    JSON.stringify({ ...late, index: digestOf(entries.join('')) }),
  );
}

const folderOfPart = (target: string, part: number) =>
  part === 1 ? target : path.join(target, partFolder(part));

/**
 * Pagefind's memory grows with every word of every record, so many are indexed in parts, one after
 * the other. Each part takes every so manieth record: a word is about as rare in one as in another.
 */
export async function indexInParts(
  records: readonly SearchRecord[],
  target: string,
  mostInPart = 2_000,
): Promise<{ parts: number; ids: Map<string, string> }> {
  const parts = Math.max(1, Math.ceil(records.length / mostInPart));
  const ids = new Map<string, string>();
  for (let part = 1; part <= parts; part += 1) {
    const own = records.filter((_, index) => index % parts === part - 1);
    const folder = folderOfPart(target, part);
    for (const [address, id] of await indexRecords(own, folder)) ids.set(address, id);
    if (part > 1) removeProgram(folder);
  }
  return { parts, ids };
}

/** The program is that of the first part. */
export function removeProgram(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.js$|^wasm/.test(name)) rmSync(path.join(folder, name));
  }
}

/**
 * Writes an index of these records into a folder. Answers the ids by which the index names them, by
 * their addresses.
 */
export async function indexRecords(
  records: readonly SearchRecord[],
  target: string,
): Promise<Map<string, string>> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: noLanguage });
  refuse(errors);
  if (!index) throw new Error('The search index could not be started.');
  try {
    for (let start = 0; start < records.length; start += batchSize) {
      const batch = records.slice(start, start + batchSize);
      const added = await Promise.all(batch.map((each) => index.addCustomRecord(asRecord(each))));
      refuse(added.flatMap((each) => each.errors));
    }
    // Written by Pagefind itself: handed over here, thousands of files would fill the memory.
    refuse((await index.writeFiles({ outputPath: target })).errors);
  } finally {
    await pagefind.close();
  }
  for (const name of readdirSync(target)) {
    if (unused.test(name)) rmSync(path.join(target, name));
  }
  return showInFragments(records, path.join(target, 'fragment'));
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
function showInFragments(records: readonly SearchRecord[], folder: string): Map<string, string> {
  const byPath = new Map(records.map((each) => [each.path, each]));
  const ids = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const parsed = text.startsWith(fragmentHead)
      ? fragment.safeParse(JSON.parse(text.slice(fragmentHead.length)))
      : null;
    const record = byPath.get(parsed?.data?.url ?? '');
    if (!record) {
      throw new Error(`The search index wrote ${name} in a form that this version does not know.`);
    }
    const slim = { ...parsed?.data, content: '', meta: shownFields(record) };
    writeFileSync(file, gzipSync(fragmentHead + JSON.stringify(slim), { level: 9 }));
    ids.set(record.path, path.basename(name, path.extname(name)));
  }
  return ids;
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) {
    throw new Error(`The search index could not be written: ${errors.join(' ')}`);
  }
}
