/** Towns like a town, as its page shows them: reasons and differences in words, sizes on one ruler. */
import { challenges } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import { name } from '../collections/localised.ts';
import { rangeOf } from '../drawing/size-ruler.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { PeerReason } from './peer-score.ts';
import { differenceText, reasonText } from './peer-text.ts';
import { peersOf } from './peers.ts';
import { type MapTown, mapTownsOf } from './towns.ts';

/** More differences than these would hide why the town is a peer. */
const shownDifferences = 3;

type CityPeer = MapTown & {
  readonly reasons: readonly string[];
  readonly differences: readonly string[];
};

export function viewCityPeers(snapshot: Snapshot, language: Language, city: City) {
  const peers = peersOf(snapshot, city).flatMap(({ id, reasons, differences }): CityPeer[] =>
    mapTownsOf(snapshot, language, [id]).map((town) => ({
      ...town,
      reasons: reasons.map((reason) => reasonWithNames(snapshot, language, reason)),
      differences: differences
        .slice(0, shownDifferences)
        .map((difference) => differenceText(language, difference)),
    })),
  );
  const people = city.population?.value ?? null;
  return {
    people,
    peers,
    range: rangeOf([people, ...peers.map((peer) => peer.people)].filter((value) => value !== null)),
  };
}

/** Shared challenges are named: their number alone helps nobody. */
function reasonWithNames(snapshot: Snapshot, language: Language, reason: PeerReason): string {
  const text = reasonText(language, reason);
  if (reason.code !== 'sharedChallenges') return text;
  const titles = reason.challenges
    .map((ref) => snapshot.byRef(challenges, ref))
    .flatMap((challenge) => (challenge ? [name(challenge.text, 'title', language).text] : []));
  return `${text}: ${titles.join('; ')}`;
}
