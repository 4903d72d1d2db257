/** CMS → snapshot. Only what changed is fetched; a fault leaves the snapshot as it was. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type CmsClient, CmsError, createCmsClient } from '../src/cms/client.ts';
import { collections } from '../src/collections/all.ts';
import type { Collection, Entry } from '../src/collections/collection.ts';
import { isList, links as linkTree, type Links } from '../src/collections/fields.ts';

import { type LinkRow, Snapshot } from '../src/snapshot/snapshot.ts';
import { prepareImages } from './images.ts';

const pageSize = 1000;
/** Ids of one delta query: long enough to be few, short enough for the CMS's limit on a request. */
const batchSize = 100;

const answer = z.object({
  rows: z.array(z.looseObject({ documentId: z.string(), locale: z.string().nullish() })),
  page: z.object({ pageInfo: z.object({ total: z.number() }) }),
});
type Row = z.infer<typeof answer>['rows'][number];
const stamped = z.looseObject({
  documentId: z.string(),
  locale: z.string().nullish(),
  stamp: z.string(),
});

export type PullOptions = {
  cmsUrl: string;
  token: string;
  snapshotFile: string;
  /** Fetches everything again instead of what changed. */
  full?: boolean;
  log: (line: string) => void;
  /** Day the pages are rendered for (ISO date): badges age, notices expire. Today by default. */
  asOf?: string;
};

export type PullResult = {
  changed: boolean;
  counts: Record<string, number>;
  contentVersion: string;
  dataAt: string;
};

/**
 * Brings the snapshot up to what is published. Throws CmsError with a sentence that names query and
 * entry when the CMS is down, answers errors or partial data, when counts do not match, or when a
 * type that had entries has none; the snapshot file is then untouched.
 */
export async function pullContent(options: PullOptions): Promise<PullResult> {
  const client = createCmsClient(options);
  const aside = `${options.snapshotFile}.next`;
  mkdirSync(dirname(options.snapshotFile), { recursive: true });
  rmSync(aside, { force: true });
  const mapping = digestOfMapping();
  const isFresh =
    options.full === true ||
    !existsSync(options.snapshotFile) ||
    mappingOf(options.snapshotFile) !== mapping;
  if (!isFresh) copyFileSync(options.snapshotFile, aside);
  // A full pull is the operator's word that an emptied type is meant.
  const known =
    options.full !== true && existsSync(options.snapshotFile) ? countsOf(options.snapshotFile) : {};

  const snapshot = new Snapshot(aside, { writable: true });
  try {
    const counts: Record<string, number> = {};
    const digest = createHash('sha256');
    let hasChanged = isFresh;
    for (const collection of collections) {
      const published = await readVersions(client, collection);
      refuseEmptied(collection, published.size, known[collection.type] ?? 0);
      const { fetched, removed } = await bringUpToDate(client, collection, published, snapshot);
      if (fetched + removed > 0) {
        hasChanged = true;
        options.log(`${collection.type}: ${String(fetched)} fetched, ${String(removed)} removed`);
      }
      counts[collection.type] = published.size;
      for (const [id, version] of published) digest.update(`${collection.type} ${id} ${version}\n`);
    }
    if (hasChanged) {
      const folder = imagesFolder(options.snapshotFile);
      await prepareImages({ snapshot, cmsUrl: options.cmsUrl, folder, log: options.log });
    }
    const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
    hasChanged ||= snapshot.meta('asOf') !== asOf;
    const contentVersion = digest.digest('hex').slice(0, 16);
    snapshot.setMeta('asOf', asOf);
    snapshot.setMeta('contentVersion', contentVersion);
    snapshot.setMeta('mapping', mapping);
    snapshot.close();
    if (hasChanged) renameSync(aside, options.snapshotFile);
    return { changed: hasChanged, counts, contentVersion, dataAt: new Date().toISOString() };
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Where the prepared images of a snapshot lie; the build copies them to `/images/`. */
export const imagesFolder = (snapshotFile: string): string => `${snapshotFile}.images`;

/** Id → version (stamps of all its languages) of what the CMS has published. */
async function readVersions(
  client: CmsClient,
  collection: Collection,
): Promise<Map<string, string>> {
  const rows = await readPages(client, `${collection.type} versions`, collection.versions, {});
  const stamps = new Map<string, string[]>();
  for (const row of rows) {
    const { documentId, locale, stamp } = stamped.parse(row);
    stamps.set(documentId, [...(stamps.get(documentId) ?? []), `${locale ?? ''}@${stamp}`]);
  }
  return new Map([...stamps].map(([id, list]) => [id, list.sort().join(' ')]));
}

async function bringUpToDate(
  client: CmsClient,
  collection: Collection,
  published: ReadonlyMap<string, string>,
  snapshot: Snapshot,
): Promise<{ fetched: number; removed: number }> {
  const stored = snapshot.versions(collection.type);
  const removed = [...stored.keys()].filter((id) => !published.has(id));
  const changed = [...published]
    .filter(([id, version]) => stored.get(id) !== version)
    .map(([id]) => id);
  const rows = await readDocuments(client, collection, changed, published.size);
  const byDocument = Map.groupBy(rows, (row) => row.documentId);
  snapshot.transaction(() => {
    for (const id of removed) snapshot.remove(collection.type, id);
    for (const id of changed) {
      const documentRows = byDocument.get(id);
      if (!documentRows) {
        throw new CmsError(
          `The query "${collection.type} rows" left out the entry ${id}, which the CMS lists as published. It may have been unpublished meanwhile; the next pull will tell.`,
        );
      }
      const entry = mapEntry(collection, id, documentRows);
      snapshot.put(collection.type, entry, published.get(id) ?? '', linkRows(documentRows));
    }
  });
  return { fetched: changed.length, removed: removed.length };
}

function mapEntry(collection: Collection, id: string, rows: readonly Row[]): Entry {
  try {
    return collection.map(rows);
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    const ref = rows.map((row) => row.ref).find((value) => typeof value === 'string') ?? id;
    throw new CmsError(
      `The ${collection.type} ${ref} does not fit the site's idea of it: ${reason}`,
      { cause },
    );
  }
}

/** The rows of some documents: all pages when most changed, else only those asked for by id. */
async function readDocuments(
  client: CmsClient,
  collection: Collection,
  ids: readonly string[],
  total: number,
): Promise<Row[]> {
  const name = `${collection.type} rows`;
  if (ids.length === 0) return [];
  if (ids.length > total / 2) return readPages(client, name, collection.query, {});
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const filters = { documentId: { in: ids.slice(start, start + batchSize) } };
    rows.push(...(await readPages(client, name, collection.query, { filters })));
  }
  return rows;
}

/** All pages of a query. Throws when the rows are not as many as the CMS says there are. */
async function readPages(
  client: CmsClient,
  name: string,
  document: Collection['query'],
  variables: object,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const data = await client.request(name, document, {
      ...variables,
      start: rows.length,
      limit: pageSize,
    });
    const parsed = answer.safeParse(data);
    if (!parsed.success) {
      throw new CmsError(
        `The query "${name}" was answered in an unknown shape: ${z.prettifyError(parsed.error)}`,
      );
    }
    rows.push(...parsed.data.rows);
    const { total } = parsed.data.page.pageInfo;
    if (rows.length === total) return rows;
    if (parsed.data.rows.length === 0 || rows.length > total) {
      throw new CmsError(
        `The query "${name}" answered ${String(rows.length)} rows where the CMS counts ${String(total)}.`,
      );
    }
  }
}

function refuseEmptied(collection: Collection, now: number, before: number): void {
  if (now === 0 && before > 0) {
    throw new CmsError(
      `The query "${collection.type} versions" answered no entry where ${String(before)} were published before. If they were all meant to go, publish with --clean.`,
    );
  }
}

/** Every relation of a document as flat rows: `members.city` for one inside a component. */
export function linkRows(rows: readonly Row[]): LinkRow[] {
  const english = rows.find(
    ({ locale }) => locale === null || locale === undefined || locale === 'en',
  );
  const targets = new Map<string, string[]>();
  const walk = (tree: Links, prefix: string): void => {
    for (const [attribute, value] of Object.entries(tree)) {
      const path = prefix === '' ? attribute : `${prefix}.${attribute}`;
      for (const member of isList(value) ? value : [value]) {
        if (typeof member === 'string') targets.set(path, [...(targets.get(path) ?? []), member]);
        else walk(member, path);
      }
    }
  };
  walk(linkTree.parse(english?.links), '');
  return [...targets].flatMap(([attribute, ids]) =>
    ids.map((target, position) => ({ attribute, position, target })),
  );
}

function countsOf(file: string): Record<string, number> {
  const snapshot = new Snapshot(file);
  try {
    return Object.fromEntries(collections.map(({ type }) => [type, snapshot.versions(type).size]));
  } finally {
    snapshot.close();
  }
}

function mappingOf(file: string): string | null {
  const snapshot = new Snapshot(file);
  try {
    return snapshot.meta('mapping');
  } finally {
    snapshot.close();
  }
}

/** A change of what the site makes of a row is a change of every row: digest of the mapping code. */
function digestOfMapping(): string {
  const digest = createHash('sha256');
  for (const folder of ['../src/collections', '../src/cms', '../src/snapshot']) {
    const directory = join(import.meta.dirname, folder);
    for (const file of readdirSync(directory).sort()) {
      if (file.endsWith('.ts') && !file.endsWith('.d.ts'))
        digest.update(readFileSync(join(directory, file)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}
