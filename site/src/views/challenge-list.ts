import type { Challenge } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { phrase } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { practices } from '../collections/practices.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listUrl } from '../urls.ts';
import { childrenOf, facing, familyOf, topChallenges } from './challenge-family.ts';
import { linkChallenge } from './entry-link.ts';

export type ChallengeList = ReturnType<typeof viewChallengeList>;

/** All challenges on their two levels, with how much there is against each. */
export function viewChallengeList(snapshot: Snapshot, language: Language) {
  return {
    path: listUrl(language, 'challenge'),
    challenges: topChallenges(snapshot).map((top) => ({
      ...viewChallenge(snapshot, language, top),
      children: childrenOf(snapshot, top).map((child) => viewChallenge(snapshot, language, child)),
    })),
  };
}

function viewChallenge(snapshot: Snapshot, language: Language, challenge: Challenge) {
  const family = familyOf(snapshot, challenge);
  return {
    ...linkChallenge(language, challenge),
    definition: phrase(challenge.text, 'definition', language),
    practices: facing(snapshot, practices, family).length,
    cities: facing(snapshot, cities, family).length,
    methodologies: facing(snapshot, methodologies, family).length,
  };
}
