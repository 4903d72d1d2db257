import type { Snapshot } from '../snapshot/snapshot.ts';
import { bodyRecords } from './body-records.ts';
import { readGuides } from './guide-files.ts';
import { guideRecords, type GuideText } from './guide-records.ts';
import { placeRecords } from './place-records.ts';
import { facetParts, practiceFacets } from './practice-facets.ts';
import { practiceRecords } from './practice-records.ts';
import type { SearchRecord } from './record.ts';
import { referenceRecords } from './reference-records.ts';
import { workRecords } from './work-records.ts';

/** Everything the search can find, by type and ref. */
export function searchRecords(
  snapshot: Snapshot,
  guides: readonly GuideText[] = readGuides(),
): SearchRecord[] {
  return [...practiceRecords(snapshot), ...otherRecords(snapshot, guides)];
}

/** The facets of everything that the search can find, without its texts. */
export function searchFacets(
  snapshot: Snapshot,
  guides: readonly GuideText[],
): SearchRecord['facets'][] {
  return [
    ...snapshot.project(facetParts).map((parts) => practiceFacets(snapshot, parts)),
    ...otherRecords(snapshot, guides).map(({ facets }) => facets),
  ];
}

function otherRecords(snapshot: Snapshot, guides: readonly GuideText[]): SearchRecord[] {
  return [
    ...[placeRecords, workRecords, bodyRecords, referenceRecords].flatMap((recordsOf) =>
      recordsOf(snapshot),
    ),
    ...guideRecords(guides),
  ];
}
