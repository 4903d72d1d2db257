import type { PageType } from '../urls.ts';

export type SearchType = PageType | 'guide' | 'resource' | 'glossary-term' | 'page';

/** The types in the order in which a reader is offered them. */
export const searchTypes: readonly SearchType[] = [
  'practice',
  'city',
  'challenge',
  'methodology',
  'guide',
  'strategy',
  'project',
  'instrument',
  'network',
  'resource',
  'glossary-term',
  'news-item',
  'page',
];

export type FacetKey =
  | 'type'
  | 'country'
  | 'city'
  | 'challenge'
  | 'level'
  | 'cost'
  | 'language'
  | 'lifecycle'
  | 'size'
  | 'year';

/** Names belong to every language: each would bend them by its own endings. */
export const anyLanguage = 'any';

/** A text and the language (BCP 47) it is in. */
export type Said = { readonly text: string; readonly language: string };

/** What is shown of an entry in the list of results, in one language. */
export type Shown = { readonly title: string; readonly line: string };

/** An entry as the search knows it: once, with its texts in all languages. */
export type SearchRecord = {
  readonly ref: string;
  /** The address without language: `practices/kavala-young-first`. */
  readonly path: string;
  readonly type: SearchType;
  /** By language (BCP 47), the original first. */
  readonly shown: () => ReadonlyMap<string, Shown>;
  /** Words are gathered only for the index; the page needs but the facets. */
  readonly titles: () => readonly Said[];
  readonly texts: () => readonly Said[];
  /** A facet that the type does not have is absent; one that is not known holds "unknown". */
  readonly facets: Partial<Record<FacetKey, readonly string[]>>;
};
