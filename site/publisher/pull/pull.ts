/** CMS → snapshot. Only what changed is fetched; a fault leaves the snapshot as it was. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCmsClient } from '../../src/cms/client.ts';
import { collections } from '../../src/collections/all.ts';
import type { EntryType } from '../../src/collections/collection.ts';
import { SnapshotWriter } from '../../src/snapshot/writer.ts';
import { forgetUnusedDocuments } from './documents.ts';
import { documentsFolder, imagesFolder } from './folders.ts';
import { type Fault, forgetUnused } from './images.ts';
import { Intake } from './intake.ts';
import { digestOfMapping } from './mapping.ts';
import { findDifferences, type Wanted } from './wanted.ts';

/** Ids of entries by type. */
export type Ids = ReadonlyMap<EntryType, ReadonlySet<string>>;

export type PullOptions = {
  cmsUrl: string;
  token: string;
  snapshotFile: string;
  /** Mail addresses and domains that readers may be shown; entries with others stay as they were. */
  allowedMail: readonly string[];
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
  /**
   * What entries that were fetched are shown without, and entries that stay as they were. They are
   * fetched again next time.
   */
  faults: readonly Fault[];
  /** Refs of the entries that were fetched. */
  tried: ReadonlySet<string>;
};

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
    const wanted: Wanted[] = [];
    for (const collection of collections) {
      const stored = writer.versions(collection.type);
      const told = options.told?.get(collection.type) ?? new Set<string>();
      if (isWhole) wanted.push({ collection, stored, ids: null, removed: [] });
      else if (options.isTrusting === true) {
        wanted.push({ collection, stored, ids: [...told], removed: [...told] });
      } else wanted.push(await findDifferences(client, collection, stored, told));
    }
    const intake = new Intake(options, writer, client);
    const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
    const isOtherDay = writer.meta('asOf') !== asOf;
    await intake.take(wanted, () => {
      writer.setMeta('asOf', asOf);
      writer.setMeta('mapping', mapping);
    });
    if (intake.isChanged) {
      forgetUnused(writer, imagesFolder(options.snapshotFile));
      forgetUnusedDocuments(writer, documentsFolder(options.snapshotFile));
    }
    const { counts, contentVersion } = versionOfAll(writer);
    return {
      changed: intake.isChanged || isOtherDay,
      counts,
      contentVersion,
      dataAt,
      faults: intake.faults(),
      tried: intake.tried,
    };
  } finally {
    writer.close();
  }
}

function versionOfAll(writer: SnapshotWriter): Pick<PullResult, 'counts' | 'contentVersion'> {
  const counts: Record<string, number> = {};
  const digest = createHash('sha256');
  for (const { type } of collections) {
    const versions = writer.versions(type);
    counts[type] = versions.size;
    for (const [id, version] of versions) digest.update(`${type} ${id} ${version}\n`);
  }
  const contentVersion = digest.digest('hex').slice(0, 16);
  writer.setMeta('contentVersion', contentVersion);
  return { counts, contentVersion };
}
