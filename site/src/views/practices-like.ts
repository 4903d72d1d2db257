import { type Practice, practices } from '../collections/practices.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const shown = 4;

/** Other practices against the same challenges: the first challenge of a practice weighs most. */
export function practicesLike(snapshot: Snapshot, practice: Practice): Practice[] {
  const weights = new Map<string, number>();
  practice.links.challenges.forEach((challenge, rank) => {
    for (const other of snapshot.referring(practices, 'challenges', challenge)) {
      if (other.id === practice.id) continue;
      const weight = 1 / (1 + rank) + 1 / (1 + other.links.challenges.indexOf(challenge));
      weights.set(other.id, (weights.get(other.id) ?? 0) + weight);
    }
  });
  // all() answers by ref, and sorting keeps that order among equals.
  return snapshot
    .all(practices)
    .filter(({ id }) => weights.has(id))
    .sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
    .slice(0, shown);
}
