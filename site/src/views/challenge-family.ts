/** A challenge with those below it, and the records that face it. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import type { Collection, Entry } from '../collections/collection.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** The challenges of the first level, in the editors' order. */
export function topChallenges(snapshot: Snapshot): Challenge[] {
  return snapshot
    .all(challenges)
    .filter(({ links }) => links.parent.length === 0)
    .sort(byOrder);
}

export function childrenOf(snapshot: Snapshot, challenge: Challenge): Challenge[] {
  return snapshot.referring(challenges, 'parent', challenge.id).sort(byOrder);
}

/** The challenge and what lies below it. */
export function familyOf(snapshot: Snapshot, challenge: Challenge): Challenge[] {
  return [challenge, ...childrenOf(snapshot, challenge)];
}

/** The entries of a type that name one of these challenges, each once, by ref. */
export function facing<E extends Entry>(
  snapshot: Snapshot,
  collection: Collection<E>,
  family: readonly Challenge[],
): E[] {
  const found = family.flatMap(({ id }) => snapshot.referring(collection, 'challenges', id));
  return [...new Map(found.map((entry) => [entry.id, entry])).values()].sort(byRef);
}

function byOrder(a: Challenge, b: Challenge): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || byRef(a, b);
}

function byRef(a: Entry, b: Entry): number {
  return a.ref.length - b.ref.length || (a.ref < b.ref ? -1 : 1);
}
