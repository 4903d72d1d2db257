/** The towns that face a challenge, those for which it matters most first. */
import type { Challenge } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import type { Language } from '../languages.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkChallenge } from './entry-link.ts';
import { type MapTown, mapTownsOf, type TownMark, townMarks } from './towns.ts';

type FacingCity = MapTown & {
  /** Its place in this list and on the map beside it. */
  readonly number: number;
  /** 1 for the challenge that the town names first. */
  readonly rank: number;
  /** Names of the challenges below this one that the town means. */
  readonly meant: readonly EntryLink[];
};

export function viewChallengeCities(
  snapshot: Snapshot,
  language: Language,
  family: readonly Challenge[],
  ids: readonly string[],
): { facing: FacingCity[]; others: TownMark[] } {
  const facing = ids
    .flatMap((id) => {
      const place = placeIn(family, snapshot.derive(challengesOf, id));
      return mapTownsOf(snapshot, language, [id]).map((town) => ({ ...town, ...place }));
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ meant, ...town }, index) => ({
      ...town,
      number: index + 1,
      meant: meant.map((challenge) => linkChallenge(language, challenge)),
    }));
  const refs = new Set(facing.map(({ ref }) => ref));
  return { facing, others: snapshot.project(townMarks).filter(({ ref }) => !refs.has(ref)) };
}

/** What a town named as its challenges, the first one first. */
const challengesOf = defineDerived(
  'challenges-of-city',
  (snapshot, id): readonly string[] => snapshot.get(cities, id)?.links.challenges ?? [],
);

/** `family` starts with the challenge itself; only those below it need to be named. */
function placeIn([challenge, ...below]: readonly Challenge[], named: readonly string[]) {
  const places = named.flatMap((id, index) =>
    id === challenge?.id || below.some((each) => each.id === id) ? [index + 1] : [],
  );
  return {
    rank: Math.min(...places),
    meant: below.filter(({ id }) => named.includes(id)),
  };
}
