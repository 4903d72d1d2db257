import { type Practice, practices } from '../collections/practices.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { idsOfPart } from './list-parts.ts';
import { briefOf, type PracticeBrief } from './practice-brief.ts';

/** As much of a practice as the list of practices shows of it. */
export type ListedPractice = Omit<PracticeBrief, 'reviewNote'> &
  Pick<
    Practice,
    | 'participationLevel'
    | 'evidence'
    | 'costCard'
    | 'stillAliveCheckedOn'
    | 'latitude'
    | 'longitude'
  > & {
    readonly reviewNote: Pick<NonNullable<Practice['reviewNote']>, 'date' | 'checkedHow'> | null;
  };

/** A hundred practices stand in a part of the list, in five languages: whole ones are slow to read. */
const listed = defineDerived('practice-listed', (snapshot, id): ListedPractice | null => {
  const practice = snapshot.get(practices, id);
  if (!practice) return null;
  const { participationLevel, evidence, costCard, stillAliveCheckedOn, reviewNote } = practice;
  const { latitude, longitude } = practice;
  return {
    ...briefOf(practice),
    ...{ participationLevel, evidence, costCard, stillAliveCheckedOn, latitude, longitude },
    reviewNote: reviewNote && { date: reviewNote.date, checkedHow: reviewNote.checkedHow },
  };
});

/** The published practices of a part of their list. */
export function readPracticePart(snapshot: Snapshot, part: number): ListedPractice[] {
  return idsOfPart(snapshot, practices, part).flatMap((id) => snapshot.derive(listed, id) ?? []);
}
