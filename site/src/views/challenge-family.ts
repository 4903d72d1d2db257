/** A challenge with those below it, and the records that face it. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import type { Collection, Entry, EntryType } from '../collections/collection.ts';
import { methodologies } from '../collections/methodologies.ts';
import { networks } from '../collections/networks.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { compareRefs } from '../collections/ref.ts';
import { strategies } from '../collections/strategies.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Reference, Snapshot } from '../snapshot/snapshot.ts';

/** Types whose entries name challenges. */
const facingCollections: readonly Collection[] = [
  practices,
  cities,
  methodologies,
  strategies,
  projects,
  networks,
];

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
  const found = family.flatMap(({ id }) => referencesTo(snapshot, collection, id));
  const each = new Map(found.map((reference) => [reference.id, reference]));
  return [...each.values()].sort(compareRefs).map(({ id }) => id);
}

/** As `facing`, but only how many they are: what asks for no more stays when others take their place. */
export function countFacing(
  snapshot: Snapshot,
  collection: Collection,
  family: readonly Challenge[],
): number {
  return snapshot.derive(countOf(collection), family.map(({ id }) => id).join(','));
}

/** The entries of a type that name this challenge, and at which place. */
export function referencesTo(
  snapshot: Snapshot,
  collection: Collection,
  challenge: string,
): readonly Reference[] {
  return snapshot.derive(referencesOf(collection), challenge);
}

/** One challenge is asked for by many pages, so what it is named by is looked up once. */
const references = new Map(
  facingCollections.map((collection) => [
    collection.type,
    defineDerived(`facing-${collection.type}`, (snapshot, challenge) =>
      snapshot.references(collection, 'challenges', challenge),
    ),
  ]),
);
const counts = new Map(
  facingCollections.map((collection) => [
    collection.type,
    defineDerived(`count-facing-${collection.type}`, (snapshot, family) => {
      const ids = family.split(',').flatMap((id) => referencesTo(snapshot, collection, id));
      return new Set(ids.map(({ id }) => id)).size;
    }),
  ]),
);

const referencesOf = ({ type }: Collection) => defined(references, type);
const countOf = ({ type }: Collection) => defined(counts, type);

function defined<T>(map: ReadonlyMap<EntryType, T>, type: EntryType): T {
  const derived = map.get(type);
  if (derived === undefined) throw new Error(`No ${type} is looked for by its challenges.`);
  return derived;
}

function byOrder(a: Challenge, b: Challenge): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || compareRefs(a, b);
}
