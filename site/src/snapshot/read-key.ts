/**
 * Names for what can be read of the content. A page notes the keys it read; a write names the keys
 * whose answer it changed; where they meet, the page is stale.
 */
import type { EntryType } from '../collections/collection.ts';

export const readKey = {
  /** The content of one entry, or that there is none. */
  entry: (type: EntryType, id: string) => `entry ${type} ${id}`,
  /** Which entry has this slug. */
  slug: (type: EntryType, slug: string) => `slug ${type} ${slug}`,
  /** Which entry has this public id. */
  ref: (type: EntryType, ref: string) => `ref ${type} ${ref}`,
  /** The public id of an entry whose type is not known. */
  refOf: (id: string) => `ref-of ${id}`,
  /** Which entries there are, with their public ids and slugs. */
  addresses: (type: EntryType) => `addresses ${type}`,
  /** The content of all entries of a type. */
  all: (type: EntryType) => `all ${type}`,
  /** Which entries of a type point to this one, and from which place. */
  referring: (type: EntryType, attribute: string, target: string) =>
    `referring ${type} ${attribute} ${target}`,
  picture: (key: string) => `picture ${key}`,
  meta: (key: string) => `meta ${key}`,
  /** What a projection makes of all entries of its type. */
  projection: (name: string) => `projection ${name}`,
  derived: (name: string, argument: string) => `derived ${name} ${argument}`,
};
