/**
 * A snapshot of a few made-up entries for tests of views. Entries are given as the CMS answers them
 * (fields left out are empty) and pass through the collection's own mapping, so a test sees exactly
 * what a page would.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { linkRows } from '../publisher/pull/links.ts';
import { collections } from '../src/collections/all.ts';
import type { EntryType } from '../src/collections/collection.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { SnapshotWriter } from '../src/snapshot/writer.ts';

type RawRow = {
  readonly documentId: string;
  readonly locale: string | null;
  readonly [field: string]: unknown;
};

export type RawEntry = {
  readonly type: EntryType;
  /** The English row (or only one) first, then other languages. */
  readonly rows: readonly RawRow[];
};

/** A builder of entries: ref and what the test is about; everything else has a dull default. */
export type Builder = (
  ref: string,
  fields?: Readonly<Record<string, unknown>>,
  translations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
) => RawEntry;

function builder(
  type: EntryType,
  isLocalised: boolean,
  defaults: (ref: string) => Record<string, unknown>,
): Builder {
  return (ref, fields = {}, translations = {}) => {
    const documentId = idOf(ref);
    const own = { ref, slug: ref.toLowerCase(), links: {}, ...defaults(ref), ...fields };
    const english = { ...own, documentId, locale: isLocalised ? 'en' : null };
    const others = Object.entries(translations).map(([locale, texts]) => ({
      ...english,
      links: {},
      translation: 'machine',
      ...texts,
      documentId,
      locale,
    }));
    return { type, rows: [english, ...others] };
  };
}

/** The document id of a made-up entry, for the `links` of others. */
export function idOf(ref: string): string {
  return `id-${ref.toLowerCase()}`;
}

export const city = builder('city', true, (ref) => ({
  name: `Town ${ref}`,
  kind: 'municipality',
  country: 'GR',
}));
export const challenge = builder('challenge', true, (ref) => ({ title: `Challenge ${ref}` }));
export const methodology = builder('methodology', true, (ref) => ({ title: `Method ${ref}` }));
export const practice = builder('practice', false, (ref) => ({
  title: `Practice ${ref}`,
  oneLine: 'What a town did.',
  originalLanguage: 'en',
  form: 'full',
  lifecycle: 'running',
}));
export const adaptation = builder('adaptation', false, () => ({
  year: 2024,
  whatChanged: 'It was shorter.',
  whatHappened: 'It worked.',
}));
export const project = builder('project', true, (ref) => ({
  title: `Project ${ref}`,
  kind: 'portfolio',
  lifecycle: 'running',
}));
export const strategy = builder('strategy', true, (ref) => ({
  title: `Strategy ${ref}`,
  kind: 'urbanAgenda',
  adoption: 'unknown',
}));
export const instrument = builder('instrument', true, (ref) => ({
  name: `Body ${ref}`,
  kind: 'urbanTaskForce',
  lifecycle: 'running',
}));
export const network = builder('network', true, (ref) => ({
  name: `Network ${ref}`,
  kind: 'transnational',
  lifecycle: 'running',
}));
export const organisation = builder('organisation', false, (ref) => ({
  name: `Organisation ${ref}`,
  actorType: 'localGovernment',
  country: 'GR',
}));
export const resource = builder('resource', true, (ref) => ({
  title: `Resource ${ref}`,
  kind: 'document',
}));
export const glossaryTerm = builder('glossary-term', true, (ref) => ({ concept: `Term ${ref}` }));
export const newsItem = builder('news-item', true, (ref) => ({
  title: `News ${ref}`,
  date: '2014-10-03',
}));

/** A snapshot as of 22 November 2026, removed when the test is over. */
export function tinySnapshot(entries: readonly RawEntry[]): Snapshot {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-snapshot-'));
  const file = join(folder, 'snapshot.db');
  writeSnapshot(file, entries);
  const snapshot = new Snapshot(file);
  onTestFinished(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  return snapshot;
}

/** The same as a file, for what opens a snapshot by itself. Entries that are there are replaced. */
export function writeSnapshot(file: string, entries: readonly RawEntry[]): void {
  const writer = new SnapshotWriter(file);
  for (const { type, rows } of entries) {
    const collection = collections.find((each) => each.type === type);
    if (!collection) throw new Error(`There is no collection "${type}".`);
    writer.put(type, collection.map(rows), '1', { links: linkRows(rows), uploads: [] });
  }
  writer.setMeta('asOf', '2026-11-22');
  writer.close();
}
