import type { Snapshot } from '../snapshot/snapshot.ts';
import { bodyRecords } from './body-records.ts';
import { readGuides } from './guide-files.ts';
import { guideRecords, type GuideText } from './guide-records.ts';
import { placeRecords } from './place-records.ts';
import { practiceRecords } from './practice-records.ts';
import type { SearchRecord } from './record.ts';
import { referenceRecords } from './reference-records.ts';
import { workRecords } from './work-records.ts';

/** Everything the search can find, by type and ref. */
export function searchRecords(
  snapshot: Snapshot,
  guides: readonly GuideText[] = readGuides(),
): SearchRecord[] {
  return [
    ...[practiceRecords, placeRecords, workRecords, bodyRecords, referenceRecords].flatMap(
      (recordsOf) => recordsOf(snapshot),
    ),
    ...guideRecords(guides),
  ];
}
