import { type Practice, practices } from '../collections/practices.ts';
import { compareRefs } from '../collections/ref.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const shown = 4;

/** Other practices against the same challenges: the first challenge of a practice weighs most. */
export function practicesLike(snapshot: Snapshot, practice: Practice): Practice[] {
  return snapshot.linked(practices, snapshot.derive(likeIds, practice.id));
}

/** Which practices face a challenge; asked once for all that are compared by it. */
const facingIds = defineDerived('facing-practices', (snapshot, challenge) =>
  snapshot.references(practices, 'challenges', challenge),
);

/** The challenges of each practice alone, so that no other change of it is looked at. */
const challengesOf = defineDerived(
  'challenges-of-practice',
  (snapshot, id) => snapshot.get(practices, id)?.links.challenges ?? [],
);

const likeIds = defineDerived('practices-like', (snapshot, id) => {
  const found = new Map<string, { ref: string; weight: number }>();
  snapshot.derive(challengesOf, id).forEach((challenge, rank) => {
    for (const other of snapshot.derive(facingIds, challenge)) {
      if (other.id === id) continue;
      const weight = 1 / (1 + rank) + 1 / (1 + other.position);
      const known = found.get(other.id)?.weight ?? 0;
      found.set(other.id, { ref: other.ref, weight: known + weight });
    }
  });
  return [...found]
    .sort(([, a], [, b]) => b.weight - a.weight || compareRefs(a, b))
    .slice(0, shown)
    .map(([like]) => like);
});
