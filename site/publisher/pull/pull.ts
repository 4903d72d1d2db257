/** CMS → snapshot. Only what changed is fetched; a fault leaves the snapshot as it was. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CmsClient, CmsError, createCmsClient } from '../../src/cms/client.ts';
import { collections } from '../../src/collections/all.ts';
import type { Collection, Entry, EntryType } from '../../src/collections/collection.ts';
import { type LinkRow, SnapshotWriter } from '../../src/snapshot/writer.ts';
import { readDocuments, readVersions, type Row, versionOf } from './cms-rows.ts';
import {
  documentsOf,
  fetchDocuments,
  forgetUnusedDocuments,
  withoutDocuments,
} from './documents.ts';
import { type Fault, forgetUnused, type ImageUse, imagesOf, prepareImages } from './images.ts';
import { linkRows } from './links.ts';
import { digestOfMapping, mapEntry } from './mapping.ts';
import { refuseLoss } from './refuse-loss.ts';

/** Ids of entries by type. */
export type Ids = ReadonlyMap<EntryType, ReadonlySet<string>>;

export type PullOptions = {
  cmsUrl: string;
  token: string;
  snapshotFile: string;
  /** Fetches everything again, and takes any loss as meant. */
  full?: boolean;
  /** Entries that are known to have changed. */
  told?: Ids;
  /** Fetches what it was told of alone, without looking for other differences. */
  isTrusting?: boolean;
  /** Entries that somebody is known to have taken away. */
  explained?: Ids;
  log: (line: string) => void;
  /** Day the pages are rendered for (ISO date): badges age, notices expire. Today by default. */
  asOf?: string;
};

export type PullResult = {
  changed: boolean;
  counts: Record<string, number>;
  contentVersion: string;
  dataAt: string;
  /** What entries that were fetched are shown without. They are fetched again next time. */
  faults: readonly Fault[];
};

const noRows: ReadonlyMap<string, Row[]> = new Map();

type Fetched = {
  entry: Entry;
  version: string;
  links: readonly LinkRow[];
  images: readonly ImageUse[];
  documents: ReturnType<typeof documentsOf>;
};
type Delta = { collection: Collection; fetched: readonly Fetched[]; removed: readonly string[] };

/**
 * Brings the snapshot up to what is published. Throws CmsError with a sentence that names query and
 * entry when the CMS is down, answers errors or partial data, when counts do not match, or when
 * entries are missing that nobody took away; the snapshot is then as before.
 */
export async function pullContent(options: PullOptions): Promise<PullResult> {
  mkdirSync(dirname(options.snapshotFile), { recursive: true });
  const writer = new SnapshotWriter(options.snapshotFile);
  try {
    const dataAt = new Date().toISOString();
    const mapping = digestOfMapping();
    const isWhole = options.full === true || writer.meta('mapping') !== mapping;
    const client = createCmsClient(options);
    const deltas: Delta[] = [];
    for (const collection of collections) {
      const stored = writer.versions(collection.type);
      const told = options.told?.get(collection.type) ?? new Set<string>();
      const delta =
        isWhole || options.isTrusting !== true
          ? await readDifferences(client, collection, stored, isWhole ? null : told)
          : await readTold(client, collection, stored, told);
      if (options.full !== true) refuseLoss(delta, stored, options.explained);
      deltas.push(delta);
    }
    const faults = await readUploads(options, writer, deltas);
    const result = write(options, writer, deltas, faults, mapping);
    if (result.changed) {
      forgetUnused(writer, imagesFolder(options.snapshotFile));
      forgetUnusedDocuments(writer, documentsFolder(options.snapshotFile));
    }
    return { ...result, dataAt, faults: [...faults.values()] };
  } finally {
    writer.close();
  }
}

/** Where the copies of uploaded documents lie; the build copies them to `/files/`. */
export const documentsFolder = (snapshotFile: string): string => `${snapshotFile}.files`;

/** Where the prepared images of a snapshot lie; the build copies them to `/images/`. */
export const imagesFolder = (snapshotFile: string): string => `${snapshotFile}.images`;

/** `told` null stands for all: each entry is fetched, whatever its version. */
async function readDifferences(
  client: CmsClient,
  collection: Collection,
  stored: ReadonlyMap<string, string>,
  told: ReadonlySet<string> | null,
): Promise<Delta> {
  const published = await readVersions(client, collection);
  const removed = [...stored.keys()].filter((id) => !published.has(id));
  const wanted = [...published.keys()].filter(
    (id) => told === null || told.has(id) || stored.get(id) !== published.get(id),
  );
  // Where most is wanted, all pages are fewer questions than many lists of ids.
  const areMost = wanted.length > published.size / 2;
  const rows =
    wanted.length === 0 ? noRows : await readDocuments(client, collection, areMost ? null : wanted);
  const missing = wanted.find((id) => !rows.has(id));
  if (missing !== undefined) {
    throw new CmsError(
      `The query "${collection.type} rows" left out the entry ${missing}, which the CMS lists as published. It may have been unpublished meanwhile; the next pull will tell.`,
    );
  }
  return {
    collection,
    fetched: wanted.map((id) => fetchedOf(collection, id, rows.get(id))),
    removed,
  };
}

async function readTold(
  client: CmsClient,
  collection: Collection,
  stored: ReadonlyMap<string, string>,
  told: ReadonlySet<string>,
): Promise<Delta> {
  const ids = [...told];
  const rows = ids.length === 0 ? noRows : await readDocuments(client, collection, ids);
  return {
    collection,
    fetched: ids.filter((id) => rows.has(id)).map((id) => fetchedOf(collection, id, rows.get(id))),
    removed: ids.filter((id) => !rows.has(id) && stored.has(id)),
  };
}

function fetchedOf(collection: Collection, id: string, rows: readonly Row[] = []): Fetched {
  const entry = mapEntry(collection, id, rows);
  return {
    entry,
    version: versionOf(rows),
    links: linkRows(rows),
    images: imagesOf(collection.type, entry),
    documents: documentsOf(collection.type, entry),
  };
}

/** Has the images and documents of what was fetched at hand before anything of it is stored. */
async function readUploads(
  { snapshotFile, cmsUrl, log }: PullOptions,
  writer: SnapshotWriter,
  deltas: readonly Delta[],
): Promise<Map<string, Fault>> {
  const uses = deltas.flatMap(({ fetched }) => fetched.flatMap(({ images }) => images));
  const documents = deltas.flatMap(({ collection, fetched }) =>
    fetched.flatMap(({ entry, documents: own }) =>
      own.map((document) => ({
        document,
        label: `The ${collection.type} ${entry.ref}`,
        ref: entry.ref,
      })),
    ),
  );
  const ofImages = await prepareImages({
    writer,
    uses,
    cmsUrl,
    folder: imagesFolder(snapshotFile),
    log,
  });
  const folder = documentsFolder(snapshotFile);
  return new Map([...ofImages, ...(await fetchDocuments(documents, { cmsUrl, folder, log }))]);
}

function write(
  options: PullOptions,
  writer: SnapshotWriter,
  deltas: readonly Delta[],
  faults: ReadonlyMap<string, Fault>,
  mapping: string,
): Omit<PullResult, 'dataAt' | 'faults'> {
  const counts: Record<string, number> = {};
  const digest = createHash('sha256');
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  let changed = writer.meta('asOf') !== asOf;
  writer.transaction(() => {
    for (const { collection, fetched, removed } of deltas) {
      const { type } = collection;
      for (const id of removed) writer.remove(type, id);
      for (const { entry, version, links, images, documents } of fetched) {
        const uploads = [
          ...images.map(({ image }) => image.key),
          ...documents.map(({ name }) => name),
        ];
        const isWhole = !uploads.some((key) => faults.has(key));
        const missing = new Set(faults.keys());
        const shown = isWhole ? entry : withoutDocuments(entry, missing);
        // Under another version it is fetched, and so tried, again at the next comparison.
        writer.put(type, shown, isWhole ? version : `${version} incomplete`, { links, uploads });
      }
      const versions = writer.versions(type);
      counts[type] = versions.size;
      for (const [id, version] of versions) digest.update(`${type} ${id} ${version}\n`);
      if (fetched.length + removed.length > 0) {
        changed = true;
        options.log(
          `${type}: ${String(fetched.length)} fetched, ${String(removed.length)} removed`,
        );
      }
    }
    writer.setMeta('asOf', asOf);
    writer.setMeta('mapping', mapping);
  });
  const contentVersion = digest.digest('hex').slice(0, 16);
  writer.setMeta('contentVersion', contentVersion);
  return { changed, counts, contentVersion };
}
