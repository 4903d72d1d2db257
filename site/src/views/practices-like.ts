import { type Practice, practices } from '../collections/practices.ts';
import { compareRefs } from '../collections/ref.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { referencesTo } from './challenge-family.ts';
import { briefPractices, type PracticeBrief } from './practice-brief.ts';

const shown = 4;

/** Other practices against the same challenges: the first challenge of a practice weighs most. */
export function practicesLike(snapshot: Snapshot, practice: Practice): PracticeBrief[] {
  return briefPractices(snapshot, snapshot.derive(likeIds, practice.id));
}

/** The challenges of each practice alone, so that no other change of it is looked at. */
const challengesOf = defineDerived(
  'challenges-of-practice',
  (snapshot, id) => snapshot.get(practices, id)?.links.challenges ?? [],
);

type Like = { readonly id: string; readonly ref: string; weight: number };

/** One challenge can have thousands of practices, so they are looked at once and not sorted. */
const likeIds = defineDerived('practices-like', (snapshot, id) => {
  const found = new Map<string, Like>();
  snapshot.derive(challengesOf, id).forEach((challenge, rank) => {
    for (const { id: other, ref, position } of referencesTo(snapshot, practices, challenge)) {
      if (other === id) continue;
      const weight = 1 / (1 + rank) + 1 / (1 + position);
      const known = found.get(other);
      if (known) known.weight += weight;
      else found.set(other, { id: other, ref, weight });
    }
  });
  const best: Like[] = [];
  for (const like of found.values()) {
    const place = best.findIndex((other) => isBefore(like, other));
    if (place < 0 && best.length === shown) continue;
    best.splice(place < 0 ? best.length : place, 0, like);
    best.length = Math.min(best.length, shown);
  }
  return best.map((like) => like.id);
});

function isBefore(one: Like, other: Like): boolean {
  return one.weight === other.weight ? compareRefs(one, other) < 0 : one.weight > other.weight;
}
