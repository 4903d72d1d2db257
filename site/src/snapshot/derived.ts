/**
 * Values worked out from many entries, of which a page needs only the outcome. A page that asks for
 * one depends on the outcome, not on what it was worked out from: when an entry changes and the
 * outcome stays, the page stays as well.
 */
import type { Collection, Entry, EntryType } from '../collections/collection.ts';
import type { Snapshot } from './snapshot.ts';

/** What a projection keeps of each entry: a small part, so that a list of all of them is cheap. */
export type Projection<T> = {
  readonly name: string;
  readonly collection: Collection;
  readonly of: (entry: Entry) => T;
};

export type Derived<T> = {
  readonly name: string;
  readonly compute: (snapshot: Snapshot, argument: string) => T;
};

const projections = new Map<string, Projection<unknown>>();
const deriveds = new Map<string, Derived<unknown>>();

/** A small part of every entry of a type. `of` must depend on the entry alone. */
export function defineProjection<E extends Entry, T>(
  name: string,
  collection: Collection<E>,
  of: (entry: E) => T,
): Projection<T> {
  // The snapshot hands an entry of this collection to it, whose type is E by construction.
  const projection: Projection<T> = { name, collection, of: (entry) => of(entry as E) };
  projections.set(name, projection);
  return projection;
}

/** A value worked out from the content for one argument, an id say. It must be plain data. */
export function defineDerived<T>(
  name: string,
  compute: (snapshot: Snapshot, argument: string) => T,
): Derived<T> {
  const derived = { name, compute };
  deriveds.set(name, derived);
  return derived;
}

export function projectionsOf(type: EntryType): Projection<unknown>[] {
  return [...projections.values()].filter(({ collection }) => collection.type === type);
}

export function projectionNamed(name: string): Projection<unknown> | undefined {
  return projections.get(name);
}

export function derivedNamed(name: string): Derived<unknown> | undefined {
  return deriveds.get(name);
}
