/** The towns that face a challenge, those for which it matters most first. */
import type { Challenge } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkChallenge } from './entry-link.ts';
import { mapTown, type MapTown, type TownMark, townMarks } from './towns.ts';

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
  found: readonly City[],
): { facing: FacingCity[]; others: TownMark[] } {
  const refs = new Set(found.map(({ ref }) => ref));
  const ranked = found
    .map((city) => ({ city, ...rankOf(family, city) }))
    .sort((a, b) => a.rank - b.rank);
  return {
    facing: ranked.map(({ city, rank, meant }, index) => {
      return {
        ...mapTown(language, city),
        number: index + 1,
        rank,
        meant: meant.map((challenge) => linkChallenge(language, challenge)),
      };
    }),
    others: snapshot.project(townMarks).filter(({ ref }) => !refs.has(ref)),
  };
}

/** `family` starts with the challenge itself; only those below it need to be named. */
function rankOf([challenge, ...below]: readonly Challenge[], city: City) {
  const places = city.links.challenges.flatMap((id, index) =>
    id === challenge?.id || below.some((each) => each.id === id) ? [index + 1] : [],
  );
  return {
    rank: Math.min(...places),
    meant: below.filter(({ id }) => city.links.challenges.includes(id)),
  };
}
