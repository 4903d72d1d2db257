import type { EntryType } from '../src/collections/collection.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { parseEntryUrl } from '../src/views/entry-address.ts';

export interface EntryOfPath {
  readonly type: EntryType;
  readonly id: string;
  readonly ref: string;
}

/** The entry whose page this is, or null when it is the page of none. */
export function entryOfPath(snapshotFile: string, path: string): EntryOfPath | null {
  const address = parseEntryUrl(path);
  if (!address) return null;
  const snapshot = new Snapshot(snapshotFile);
  try {
    const entry = snapshot.bySlug(address.collection, address.slug);
    return entry && { type: address.collection.type, id: entry.id, ref: entry.ref };
  } finally {
    snapshot.close();
  }
}
