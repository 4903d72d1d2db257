/** What a list page needs of its entries: rows, facets with counts, and orders to choose from. */
import type { Phrase } from '../collections/localised.ts';
import { keyComparer } from '../i18n/compare-keys.ts';
import type { Language } from '../languages.ts';
import { unknownValue } from '../urls.ts';
import type { Alive } from './alive.ts';
import type { LineState } from './line-state.ts';

/** One line of "what it took". `band` draws the money band: 0 to 4, or null for "not known". */
export type Took = {
  readonly label: string;
  readonly value: string;
  readonly band?: number | null;
};

export type ListRow = {
  readonly ref: string;
  readonly title: Phrase;
  readonly href: string;
  /** The same name in another language or script: the local name of a town. */
  readonly alias?: Phrase | null;
  readonly kicker: string;
  readonly oneLine: Phrase | null;
  /** Its number on the map beside the list; none where the list has no numbered map. */
  readonly number?: number;
  readonly took?: readonly Took[];
  readonly state?: LineState;
  readonly alive?: Alive;
  readonly foot?: readonly string[];
  /** Facet → values without blanks. A facet that is missing or empty counts as not known. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Order → key, smallest first; a row without the key comes last. */
  readonly sort: Readonly<Record<string, string | number>>;
};

/** As much of a row as its facets are counted by. */
export type WithFacets = Pick<ListRow, 'facets'>;

export type FacetValue = { readonly value: string; readonly text: string; readonly count: number };
export type Facet = {
  readonly key: string;
  readonly title: string;
  readonly values: readonly FacetValue[];
};

export type FacetDefinition = {
  readonly key: string;
  readonly title: string;
  readonly text: (value: string) => string;
  /** Values in their own order; without it the most frequent comes first. */
  readonly order?: readonly string[];
};

export type SortOption = { readonly value: string; readonly text: string };

/** Below this share of entries for which it is known, a facet would mislead. */
const leastKnownShare = 0.3;

/** The values a row counts under: "unknown" where none is known. */
function valuesOf(row: WithFacets, key: string): readonly string[] {
  const values = row.facets[key] ?? [];
  return values.length === 0 ? [unknownValue] : values;
}

/** The facets worth offering: known for enough of the rows, with at least two values to choose from. */
export function buildFacets(
  language: Language,
  rows: readonly WithFacets[],
  definitions: readonly FacetDefinition[],
): Facet[] {
  return definitions.flatMap((definition) =>
    buildFacet(
      language,
      { rows: rows.length, values: countValues(rows, definition.key) },
      definition,
    ),
  );
}

/** A facet of rows that were counted before; none where it is not worth offering. */
export function buildFacet(
  language: Language,
  { rows, values: counts }: { rows: number; values: ReadonlyMap<string, number> },
  definition: FacetDefinition,
): Facet[] {
  const known = rows - (counts.get(unknownValue) ?? 0);
  if (rows === 0 || known / rows < leastKnownShare || counts.size < 2) return [];
  const values = [...counts].map(([value, count]) => ({
    value,
    text: definition.text(value),
    count,
  }));
  return [
    {
      key: definition.key,
      title: definition.title,
      values: values.sort(byOrder(language, definition.order)),
    },
  ];
}

/** Choices a reader takes one by one ("under €5,000"), offered only where something passes them. */
export function buildQuick(
  rows: readonly ListRow[],
  key: string,
  choices: readonly { value: string; text: string }[],
): FacetValue[] {
  const counts = countValues(rows, key);
  return choices.flatMap((choice) => {
    const count = counts.get(choice.value);
    return count === undefined ? [] : [{ ...choice, count }];
  });
}

export function sortRows(language: Language, rows: readonly ListRow[], order: string): ListRow[] {
  const compare = keyComparer(language);
  return rows.toSorted((a, b) => compare(a.sort[order], b.sort[order]));
}

/** Gives the rows the numbers of their places, for the map beside them. */
export function numberRows(rows: readonly ListRow[]): ListRow[] {
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

function countValues(rows: readonly WithFacets[], key: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(valuesOf(row, key)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function byOrder(language: Language, order: readonly string[] | undefined) {
  const compare = keyComparer(language);
  const place = (value: string) => {
    if (value === unknownValue) return Infinity;
    const index = order?.indexOf(value) ?? 0;
    return index === -1 ? (order?.length ?? 0) : index;
  };
  return (a: FacetValue, b: FacetValue): number => {
    const [left, right] = [place(a.value), place(b.value)];
    if (left !== right) return left < right ? -1 : 1;
    return b.count - a.count || compare(a.text, b.text);
  };
}
