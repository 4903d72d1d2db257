import type { CmsClient } from '../../src/cms/client.ts';
import type { Collection } from '../../src/collections/collection.ts';
import { readVersions } from './cms-rows.ts';

/** What of a type is to be fetched and what is to go. */
export interface Wanted {
  readonly collection: Collection;
  /** Id → version of what is stored. */
  readonly stored: ReadonlyMap<string, string>;
  /** Null for all there is; what is stored and not there any more goes. */
  readonly ids: readonly string[] | null;
  /** Goes unless it is fetched. */
  readonly removed: readonly string[];
  /** True when the CMS has just listed all of `ids` as published. */
  readonly isListed?: boolean;
}

/** Compares the versions of everything; `told` is fetched whatever its version. */
export async function findDifferences(
  client: CmsClient,
  collection: Collection,
  stored: ReadonlyMap<string, string>,
  told: ReadonlySet<string>,
): Promise<Wanted> {
  const published = await readVersions(client, collection);
  const removed = [...stored.keys()].filter((id) => !published.has(id));
  const ids = [...published.keys()].filter(
    (id) => told.has(id) || stored.get(id) !== published.get(id),
  );
  // Where most is wanted, all pages are fewer questions than many lists of ids.
  const areMost = ids.length > published.size / 2;
  return { collection, stored, ids: areMost ? null : ids, removed, isListed: true };
}
