import type { City } from '../collections/cities.ts';
import type { Collection, Entry } from '../collections/collection.ts';
import type { Localised } from '../collections/localised.ts';
import { languages } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { unknownValue } from '../urls.ts';
import { townFacets } from '../views/list-facets.ts';
import type { FacetKey, Said, SearchRecord, SearchType, Shown } from './record.ts';
import { inEachLanguage, namesOf, titlesOfChallenges } from './said.ts';

/** How the entries of a localised type become records. */
export type Definition<E extends Entry, T> = {
  readonly type: SearchType;
  readonly collection: Collection<E>;
  readonly path: (entry: E) => string;
  readonly texts: (entry: E) => Localised<T>;
  readonly title: (own: T) => string | null;
  readonly line: (own: T) => string | null;
  readonly body: (own: T) => readonly (string | null)[];
  /** Names and words that are kept apart from the localised texts. */
  readonly also?: (entry: E, snapshot: Snapshot) => readonly Said[];
  readonly towns?: (entry: E, snapshot: Snapshot) => readonly City[];
  readonly facets?: (entry: E, snapshot: Snapshot) => Partial<Record<FacetKey, readonly string[]>>;
};

export function localisedRecords<E extends Entry, T>(definition: Definition<E, T>) {
  return (snapshot: Snapshot): SearchRecord[] =>
    snapshot.all(definition.collection).map((entry) => recordOf(snapshot, definition, entry));
}

function recordOf<E extends Entry, T>(
  snapshot: Snapshot,
  definition: Definition<E, T>,
  entry: E,
): SearchRecord {
  const { type, title, line, body } = definition;
  const texts = definition.texts(entry);
  const towns = definition.towns?.(entry, snapshot);
  return {
    ref: entry.ref,
    path: definition.path(entry),
    type,
    shown: () => shownOf(texts, definition),
    titles: () => inEachLanguage(texts, (own) => [title(own)]),
    texts: () => [
      ...inEachLanguage(texts, (own) => [line(own), ...body(own)]),
      ...(definition.also?.(entry, snapshot) ?? []),
      ...(towns ?? []).flatMap(namesOf),
      ...titlesOfChallenges(snapshot, entry.links.challenges ?? []),
    ],
    facets: withUnknown({
      type: [type],
      ...(towns === undefined ? {} : townFacets(towns)),
      ...definition.facets?.(entry, snapshot),
    }),
  };
}

/** Says "unknown" where a facet has no value. */
export function withUnknown(facets: SearchRecord['facets']): SearchRecord['facets'] {
  return Object.fromEntries(
    Object.entries(facets).map(([key, values]) => [
      key,
      values.length === 0 ? [unknownValue] : [...new Set(values)],
    ]),
  );
}

/** Languages that say the same as English are left out: English stands for them. */
function shownOf<T>(
  texts: Localised<T>,
  { title, line }: Pick<Definition<Entry, T>, 'title' | 'line'>,
): ReadonlyMap<string, Shown> {
  const english = { title: title(texts.en) ?? '', line: line(texts.en) ?? '' };
  return new Map(
    languages.flatMap(({ tag }): [string, Shown][] => {
      const own = texts[tag];
      if (own === undefined) return [];
      const shown = { title: title(own) ?? english.title, line: line(own) ?? english.line };
      const isSame = shown.title === english.title && shown.line === english.line;
      return tag !== 'en' && isSame ? [] : [[tag, shown]];
    }),
  );
}
