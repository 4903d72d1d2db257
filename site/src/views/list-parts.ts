/**
 * Long lists are cut into linked pages by ref: an entry never moves to another page because one is
 * added or taken away. Part 1 is the list's own address, the others are `/practices/part/2`.
 */
import type { Collection, Entry } from '../collections/collection.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const partSize = 100;

export type ListPart = {
  readonly part: number;
  /** First and last number of the refs it holds. */
  readonly from: number;
  readonly to: number;
};

function partOf(ref: string): number {
  // A ref ends in its number. Each part looks at all of them, ten thousand of practices.
  const number = Number(ref.slice(ref.lastIndexOf('-') + 1));
  return Math.max(1, Math.ceil(number / partSize));
}

/** The parts that hold something, and always the first. */
export function listParts(entries: readonly { ref: string }[]): ListPart[] {
  const parts = new Set([1, ...entries.map(({ ref }) => partOf(ref))]);
  return [...parts]
    .sort((a, b) => a - b)
    .map((part) => ({ part, from: (part - 1) * partSize + 1, to: part * partSize }));
}

export function entriesOfPart<E extends { ref: string }>(entries: readonly E[], part: number): E[] {
  return entries.filter(({ ref }) => partOf(ref) === part);
}

/** The published entries of a part: those of other parts are not read. */
export function readPart<E extends Entry>(
  snapshot: Snapshot,
  collection: Collection<E>,
  part: number,
): E[] {
  return readPartWith(snapshot, collection, part, (id) => snapshot.get(collection, id));
}

/** As `readPart`, with what stands for an entry in its list. */
export function readPartWith<T>(
  snapshot: Snapshot,
  collection: Collection,
  part: number,
  read: (id: string) => T | null,
): T[] {
  return entriesOfPart(snapshot.addresses(collection), part).flatMap(({ id }) => read(id) ?? []);
}
