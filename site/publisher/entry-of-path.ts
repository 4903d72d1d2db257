import { collections } from '../src/collections/all.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { listUrl, pageTypes, withoutLanguage } from '../src/urls.ts';

/** The ref of the entry whose page this is, or null when it is the page of none. */
export function entryOfPath(snapshotFile: string, path: string): string | null {
  const [folder = '', slug = ''] = withoutLanguage(path).split('/');
  const type = pageTypes.find((each) => listUrl('en', each) === `/${folder}`);
  const collection = collections.find((each) => each.type === type);
  if (!collection) return null;
  const snapshot = new Snapshot(snapshotFile);
  try {
    return snapshot.bySlug(collection, slug)?.ref ?? null;
  } finally {
    snapshot.close();
  }
}
