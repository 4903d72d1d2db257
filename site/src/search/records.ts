import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { bodyRecords } from './body-records.ts';
import { readGuides } from './guide-files.ts';
import { guideRecords, type GuideText } from './guide-records.ts';
import { placeRecords } from './place-records.ts';
import { facetParts, practiceFacets } from './practice-facets.ts';
import { practiceRecords } from './practice-records.ts';
import type { FacetKey, SearchRecord } from './record.ts';
import { referenceRecords } from './reference-records.ts';
import { workRecords } from './work-records.ts';

/** Everything the search can find, by type and ref. */
export function searchRecords(
  snapshot: Snapshot,
  guides: readonly GuideText[] = readGuides(),
): SearchRecord[] {
  return [...practiceRecords(snapshot), ...otherRecords(snapshot, guides)];
}

/** In how many entries a facet stands, and in how many of those each of its values. */
export type FacetCount = {
  rows: number;
  readonly values: Partial<Record<string, number>>;
};

/** Of everything the search can find but the guides, whose texts are no content of the CMS. */
export const facetCounts = defineDerived('search-facet-counts', (snapshot) =>
  countFacets([
    ...snapshot.project(facetParts).map((parts) => practiceFacets(snapshot, parts)),
    ...otherRecords(snapshot, []).map(({ facets }) => facets),
  ]),
);

export function guideFacets(guides: readonly GuideText[]): Partial<Record<FacetKey, FacetCount>> {
  return countFacets(guideRecords(guides).map(({ facets }) => facets));
}

/** An entry of a type without a property stands outside its facet. */
function countFacets(
  entries: readonly SearchRecord['facets'][],
): Partial<Record<FacetKey, FacetCount>> {
  const counts: Partial<Record<string, FacetCount>> = {};
  for (const facets of entries) {
    for (const [key, values] of Object.entries(facets)) {
      const count = (counts[key] ??= { rows: 0, values: {} });
      count.rows += 1;
      for (const value of new Set(values)) count.values[value] = (count.values[value] ?? 0) + 1;
    }
  }
  return counts;
}

function otherRecords(snapshot: Snapshot, guides: readonly GuideText[]): SearchRecord[] {
  return [
    ...[placeRecords, workRecords, bodyRecords, referenceRecords].flatMap((recordsOf) =>
      recordsOf(snapshot),
    ),
    ...guideRecords(guides),
  ];
}
