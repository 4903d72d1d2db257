import { type Challenge, challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { phrase } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { practices } from '../collections/practices.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { childrenOf, countFacing, familyOf, topChallenges } from './challenge-family.ts';
import { linkChallenge } from './entry-link.ts';
import { idsOfPart, partsOf } from './list-parts.ts';

export type ChallengeList = ReturnType<typeof viewChallengeList>;

/**
 * The challenges on their two levels, with how much there is against each, or one part of them when
 * they are many: there a challenge stands above those below it even if it is an entry of another part.
 */
export function viewChallengeList(snapshot: Snapshot, language: Language, part: number) {
  const shown = new Set(idsOfPart(snapshot, challenges, part));
  const tops = topChallenges(snapshot);
  return {
    count: tops.length,
    parts: partsOf(snapshot, challenges),
    challenges: tops.flatMap((top) => {
      const children = childrenOf(snapshot, top).filter((child) => shown.has(child.id));
      if (!shown.has(top.id) && children.length === 0) return [];
      return [
        {
          ...viewChallenge(snapshot, language, top),
          children: children.map((child) => viewChallenge(snapshot, language, child)),
        },
      ];
    }),
  };
}

function viewChallenge(snapshot: Snapshot, language: Language, challenge: Challenge) {
  const family = familyOf(snapshot, challenge);
  return {
    ...linkChallenge(language, challenge),
    definition: phrase(challenge.text, 'definition', language),
    practices: countFacing(snapshot, practices, family),
    cities: countFacing(snapshot, cities, family),
    methodologies: countFacing(snapshot, methodologies, family),
  };
}
