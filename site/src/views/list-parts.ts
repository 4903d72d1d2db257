/**
 * Long lists are cut into linked pages by ref: an entry never moves to another page because one is
 * added or taken away. Part 1 is the list's own address, the others are `/practices/part/2`.
 */
import { challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import type { Collection, Entry } from '../collections/collection.ts';
import { instruments } from '../collections/instruments.ts';
import { methodologies } from '../collections/methodologies.ts';
import { networks } from '../collections/networks.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const partSize = 100;

export type ListPart = {
  readonly part: number;
  /** First and last number of the refs it holds. */
  readonly from: number;
  readonly to: number;
};

function partOf(ref: string): number {
  // A ref ends in its number.
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

type Grouped = Readonly<Record<number, readonly string[]>>;

/** The ids of each part, in the order of the entries. */
export function groupByPart(entries: readonly { id: string; ref: string }[]): Grouped {
  const grouped: Record<number, string[]> = {};
  for (const { id, ref } of entries) (grouped[partOf(ref)] ??= []).push(id);
  return grouped;
}

const collections: readonly Collection[] = [
  practices,
  cities,
  challenges,
  methodologies,
  strategies,
  projects,
  instruments,
  networks,
];

/** A page of a list depends on which parts there are and on its own: not on entries of the others. */
const listed = new Map(
  collections.map((collection) => {
    const grouped = defineDerived(`grouped-${collection.type}`, (snapshot) =>
      groupByPart(snapshot.addresses(collection)),
    );
    return [
      collection.type,
      {
        parts: defineDerived(`parts-of-${collection.type}`, (snapshot) =>
          listParts(snapshot.addresses(collection)),
        ),
        ids: defineDerived(
          `part-of-${collection.type}`,
          (snapshot, part) => snapshot.derive(grouped, '')[Number(part)] ?? [],
        ),
      },
    ];
  }),
);

function listedOf({ type }: Collection) {
  const found = listed.get(type);
  if (!found) throw new Error(`There is no list of the type "${type}".`);
  return found;
}

/** The parts of the list of a type. */
export function partsOf(snapshot: Snapshot, collection: Collection): readonly ListPart[] {
  return snapshot.derive(listedOf(collection).parts, '');
}

/** The ids of the published entries of a part, by ref. */
export function idsOfPart(
  snapshot: Snapshot,
  collection: Collection,
  part: number,
): readonly string[] {
  return snapshot.derive(listedOf(collection).ids, String(part));
}

/** The published entries of a part: those of other parts are not read. */
export function readPart<E extends Entry>(
  snapshot: Snapshot,
  collection: Collection<E>,
  part: number,
): E[] {
  return snapshot.linked(collection, idsOfPart(snapshot, collection, part));
}
