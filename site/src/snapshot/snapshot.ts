/**
 * The local content: one SQLite file, written by the pull and read by everything that renders.
 * Whoever renders can have the keys of what is read noted.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Collection, Entry, EntryType } from '../collections/collection.ts';
import { type Derived, derivedNamed, type Projection, projectionNamed } from './derived.ts';
import { type Draft, layOver } from './draft.ts';
import { Memory } from './memory.ts';
import { parsePicture, type Picture } from './picture.ts';
import { readKey } from './read-key.ts';
import { Statements } from './statements.ts';

export type MetaKey = 'asOf' | 'contentVersion' | 'mapping';

/** Where an entry is: enough to list pages without reading what they show. */
export type Address = { readonly id: string; readonly ref: string; readonly slug: string };

/** An entry that points to another one, and at which place among its links (0 is the first). */
export type Reference = { readonly id: string; readonly ref: string; readonly position: number };

export class Snapshot {
  readonly #statements: Statements;
  /** SQLite would look entries up among their contents. A draft's view of them has no index. */
  readonly #byHead: string;
  readonly #memory = new Memory();

  /** With a draft, the content is as if that was published. */
  constructor(file: string, draft?: Draft) {
    const database = new DatabaseSync(file, { readOnly: true });
    if (draft) layOver(database, draft);
    this.#statements = new Statements(database);
    this.#byHead = draft ? '' : 'INDEXED BY entry_head';
  }

  close(): void {
    this.#statements.close();
  }

  /** The entry with this id, or null when it is not published. */
  get<E extends Entry>(collection: Collection<E>, id: string): E | null {
    this.#memory.note(readKey.entry(collection.type, id));
    return this.#read(collection, id);
  }

  bySlug<E extends Entry>(collection: Collection<E>, slug: string): E | null {
    this.#memory.note(readKey.slug(collection.type, slug));
    return this.#first(collection, 'SELECT id FROM entry WHERE type = ? AND slug = ?', slug);
  }

  byRef<E extends Entry>(collection: Collection<E>, ref: string): E | null {
    this.#memory.note(readKey.ref(collection.type, ref));
    return this.#first(collection, 'SELECT id FROM entry WHERE type = ? AND ref = ?', ref);
  }

  /** The public id of the entry with this id, whatever its type; null when it is not published. */
  refOf(id: string): string | null {
    this.#memory.note(readKey.refOf(id));
    const row = this.#statements.get('SELECT ref FROM entry WHERE id = ?').get(id);
    return typeof row?.ref === 'string' ? row.ref : null;
  }

  /** All published entries of a type, by ref: a key that never changes. */
  all<E extends Entry>(collection: Collection<E>): E[] {
    this.#memory.note(readKey.all(collection.type));
    return this.#addresses(collection.type).flatMap(({ id }) => this.#read(collection, id) ?? []);
  }

  /** Where all published entries of a type are, by ref. */
  addresses(collection: Collection): readonly Address[] {
    this.#memory.note(readKey.addresses(collection.type));
    return this.#addresses(collection.type);
  }

  /** The published entries behind these ids, in their order; the others are left out. */
  linked<E extends Entry>(collection: Collection<E>, ids: readonly string[] | undefined): E[] {
    return (ids ?? []).flatMap((id) => this.get(collection, id) ?? []);
  }

  /** Entries of a type which point to this id by a relation (top level or inside a component). */
  referring<E extends Entry>(collection: Collection<E>, attribute: string, id: string): E[] {
    const ids = this.references(collection, attribute, id).map((each) => each.id);
    return this.linked(collection, [...new Set(ids)]);
  }

  /** As `referring`, by ref, but only which entries do and at which place, not what they hold. */
  references(collection: Collection, attribute: string, id: string): Reference[] {
    this.#memory.note(readKey.referring(collection.type, attribute, id));
    return this.#statements
      .get(
        `SELECT entry.id, ref, position FROM link
         CROSS JOIN entry ${this.#byHead} ON entry.type = link.type AND entry.id = link.id
        WHERE link.type = ? AND link.attribute = ? AND link.target = ?
        ORDER BY length(ref), ref, position`,
      )
      .all(collection.type, attribute, id)
      .map(({ id: from, ref, position }) => ({
        id: String(from),
        ref: String(ref),
        position: Number(position),
      }));
  }

  /** What the projection makes of each published entry, by ref. */
  project<T>(projection: Projection<T>): readonly T[] {
    this.#memory.note(readKey.projection(projection.name));
    const made = this.#memory.projected(projection, () => this.#partsOf(projection));
    return this.#addresses(projection.collection.type).flatMap(({ id }) => {
      const part = made.get(id);
      return part === undefined ? [] : [part];
    });
  }

  /** The derived value for this argument: worked out once for each state of the content. */
  derive<T>(derived: Derived<T>, argument: string): T {
    this.#memory.note(readKey.derived(derived.name, argument));
    return this.#memory.derived(derived, argument, () => derived.compute(this, argument));
  }

  /** The prepared copies of an image, or null when it could not be read: show the page without. */
  picture(key: string): Picture | null {
    this.#memory.note(readKey.picture(key));
    const row = this.#statements.get('SELECT data FROM picture WHERE key = ?').get(key);
    return row ? parsePicture(String(row.data)) : null;
  }

  meta(key: MetaKey): string | null {
    this.#memory.note(readKey.meta(key));
    const row = this.#statements.get('SELECT value FROM meta WHERE key = ?').get(key);
    return typeof row?.value === 'string' ? row.value : null;
  }

  /** Runs something that reads, and says under which keys it did. One at a time. */
  async recorded<T>(read: () => Promise<T>): Promise<{ value: T; reads: ReadonlySet<string> }> {
    return this.#memory.recorded(read);
  }

  /**
   * Takes notice of what was written to the file since: forgets what is stale and works out anew
   * what had been derived from it. Answers the given keys and those of what is different now.
   */
  takeIn(changed: ReadonlySet<string>): Set<string> {
    return this.#memory.takeIn(changed, {
      part: (projection, id) => this.#partOf(projection, id),
      compute: (derived, argument) => derived.compute(this, argument),
    });
  }

  /** Works out what these keys stand for, so that a later change can be told from none. */
  warm(keys: Iterable<string>): void {
    for (const key of keys) {
      const [kind, name = '', argument = ''] = key.split(' ');
      const projection = kind === 'projection' ? projectionNamed(name) : undefined;
      if (projection) this.project(projection);
      const derived = kind === 'derived' ? derivedNamed(name) : undefined;
      if (derived) this.derive(derived, argument);
    }
  }

  #partsOf<T>(projection: Projection<T>) {
    const { type } = projection.collection;
    return new Map(
      this.#addresses(type).flatMap(({ id }) => {
        const part = this.#partOf(projection, id);
        return part === undefined ? [] : [[id, part] as const];
      }),
    );
  }

  #partOf<T>(projection: Projection<T>, id: string): T | undefined {
    const entry = this.#read(projection.collection, id);
    return entry ? projection.of(entry) : undefined;
  }

  #addresses(type: EntryType): readonly Address[] {
    return this.#memory.addresses(type, () =>
      this.#statements
        .get('SELECT id, ref, slug FROM entry WHERE type = ? ORDER BY length(ref), ref')
        .all(type)
        .map(({ id, ref, slug }) => ({ id: String(id), ref: String(ref), slug: String(slug) })),
    );
  }

  #read<E extends Entry>(collection: Collection<E>, id: string): E | null {
    const entry = this.#memory.entry(collection.type, id, () => {
      const row = this.#statements
        .get('SELECT data FROM entry WHERE type = ? AND id = ?')
        .get(collection.type, id);
      // The file holds what this collection's own map() made, so its type is known by construction.
      return row ? (JSON.parse(String(row.data)) as Entry) : null;
    });
    return entry as E | null;
  }

  #first<E extends Entry>(collection: Collection<E>, sql: string, key: string): E | null {
    const row = this.#statements.get(sql).get(collection.type, key);
    return row ? this.get(collection, String(row.id)) : null;
  }
}
