/** A challenge with those below it, and the records that face it. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import type { Collection, Entry } from '../collections/collection.ts';
import { compareRefs } from '../collections/ref.ts';
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
  return snapshot.linked(collection, facingIds(snapshot, collection, family));
}

/** As `facing`, but only which they are. */
export function facingIds(
  snapshot: Snapshot,
  collection: Collection,
  family: readonly Challenge[],
): string[] {
  const found = family.flatMap(({ id }) => snapshot.references(collection, 'challenges', id));
  const each = new Map(found.map((reference) => [reference.id, reference]));
  return [...each.values()].sort(compareRefs).map(({ id }) => id);
}

function byOrder(a: Challenge, b: Challenge): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || compareRefs(a, b);
}
