import type { GetStaticPathsItem } from 'astro';
import type { Collection, Entry } from '../collections/collection.ts';
import { languages } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listParts } from './list-parts.ts';

/** A page once per language: the first segment of its address. */
export function languagePaths(): GetStaticPathsItem[] {
  return languages.map(({ path }) => ({ params: { lang: path || undefined } }));
}

/** Every published entry of a type once per language. */
export function entryPaths<E extends Entry>(
  snapshot: Snapshot,
  collection: Collection<E>,
): GetStaticPathsItem[] {
  return snapshot
    .addresses(collection)
    .flatMap(({ slug }) =>
      languages.map(({ path }) => ({ params: { lang: path || undefined, slug } })),
    );
}

/** The further parts of a list that is longer than one page, once per language. */
export function partPaths(entries: readonly { ref: string }[]): GetStaticPathsItem[] {
  return listParts(entries)
    .filter(({ part }) => part > 1)
    .flatMap(({ part }) =>
      languages.map(({ path }) => ({ params: { lang: path || undefined, part: String(part) } })),
    );
}
