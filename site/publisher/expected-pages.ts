import { collections } from '../src/collections/all.ts';
import { languages } from '../src/languages.ts';
import { Snapshot } from '../src/snapshot/snapshot.ts';
import { entryUrl, pageTypes } from '../src/urls.ts';
import type { ExpectedPage } from './checks/problem.ts';

/** The page of every published entry in every language, as the snapshot has them. */
export function readExpectedPages(snapshotFile: string): ExpectedPage[] {
  const snapshot = new Snapshot(snapshotFile);
  try {
    return collections.flatMap((collection) => {
      const type = pageTypes.find((name) => name === collection.type);
      if (!type) return [];
      return snapshot
        .addresses(collection)
        .flatMap(({ ref, slug }) =>
          languages.map(({ tag }) => ({ path: entryUrl(tag, type, slug), entry: ref })),
        );
    });
  } finally {
    snapshot.close();
  }
}
