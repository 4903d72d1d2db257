/** Every page that search engines may show: the addresses of the sitemap. */
import type { Collection } from '../collections/collection.ts';
import { collections } from '../collections/all.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import {
  entryUrl,
  guideUrl,
  type PageType,
  pageTypes,
  partUrl,
  type Place,
  placeOf,
  placeUrl,
} from '../urls.ts';
import { listParts } from './list-parts.ts';

/** All places but the page for what is not there. */
const places: readonly Place[] = [
  '',
  ...pageTypes.map(placeOf),
  'resources',
  'glossary',
  'map',
  'search',
  'guides',
  'notices',
  'about',
  'contribute',
  'guidelines',
  'accessibility',
  'privacy',
  'open-data',
];

/** Lists that are cut into parts when they are long. */
const partedTypes: readonly PageType[] = [
  'practice',
  'city',
  'challenge',
  'methodology',
  'project',
  'strategy',
  'network',
  'instrument',
];

/** Paths of the English pages; each exists in every language. */
export function indexedPages(snapshot: Snapshot, guides: readonly string[]): string[] {
  return [
    ...places.map((place) => placeUrl('en', place)),
    ...guides.map((slug) => guideUrl('en', slug)),
    ...collections.flatMap((collection) => pathsOf(snapshot, collection)),
  ];
}

function pathsOf(snapshot: Snapshot, collection: Collection): string[] {
  const type = pageTypes.find((each) => each === collection.type);
  if (!type) return [];
  const entries = snapshot.addresses(collection);
  const parts = partedTypes.includes(type) ? listParts(entries).slice(1) : [];
  return [
    ...parts.map(({ part }) => partUrl('en', type, part)),
    ...entries.map(({ slug }) => entryUrl('en', type, slug)),
  ];
}
