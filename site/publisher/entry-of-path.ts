import { Snapshot } from '../src/snapshot/snapshot.ts';
import { parseEntryUrl } from '../src/views/entry-address.ts';

/** The ref of the entry whose page this is, or null when it is the page of none. */
export function entryOfPath(snapshotFile: string, path: string): string | null {
  const address = parseEntryUrl(path);
  if (!address) return null;
  const snapshot = new Snapshot(snapshotFile);
  try {
    return snapshot.bySlug(address.collection, address.slug)?.ref ?? null;
  } finally {
    snapshot.close();
  }
}
