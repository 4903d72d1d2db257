/**
 * The local content: one SQLite file, written by the pull and read by everything that renders.
 * Entries are immutable within one snapshot; each is parsed once.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { Collection, Entry, EntryType } from '../collections/collection.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entry (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    slug TEXT NOT NULL,
    version TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entry_slug ON entry (type, slug);
  CREATE INDEX IF NOT EXISTS entry_ref ON entry (type, ref);
  CREATE INDEX IF NOT EXISTS entry_id ON entry (id);
  CREATE TABLE IF NOT EXISTS link (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    attribute TEXT NOT NULL,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (type, id, attribute, position)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS link_target ON link (target, type, attribute);
  CREATE TABLE IF NOT EXISTS picture (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

export type MetaKey = 'asOf' | 'contentVersion' | 'mapping';

const picture = z
  .object({
    /** Size of the largest copy, in pixels. */
    width: z.number(),
    height: z.number(),
    /** File names under `/images/`, by width, smallest first. */
    copies: z.array(z.object({ file: z.string(), width: z.number() })).min(1),
  })
  .nullable();
export type Picture = NonNullable<z.infer<typeof picture>>;

export class Snapshot {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #entries = new Map<string, Entry>();

  constructor(file: string, options: { writable?: boolean } = {}) {
    this.#database = new DatabaseSync(file, { readOnly: options.writable !== true });
    if (options.writable === true) this.#database.exec(schema);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  /** The entry with this id, or null when it is not published. */
  get<E extends Entry>(collection: Collection<E>, id: string): E | null {
    const key = `${collection.type} ${id}`;
    let entry = this.#entries.get(key);
    if (!entry) {
      const row = this.#statement('SELECT data FROM entry WHERE type = ? AND id = ?').get(
        collection.type,
        id,
      );
      if (!row) return null;
      // The file holds what this collection's own map() made, so its type is known by construction.
      entry = JSON.parse(String(row.data)) as Entry;
      this.#entries.set(key, entry);
    }
    return entry as E;
  }

  bySlug<E extends Entry>(collection: Collection<E>, slug: string): E | null {
    return this.#first(collection, 'SELECT id FROM entry WHERE type = ? AND slug = ?', slug);
  }

  byRef<E extends Entry>(collection: Collection<E>, ref: string): E | null {
    return this.#first(collection, 'SELECT id FROM entry WHERE type = ? AND ref = ?', ref);
  }

  /** The public id of the entry with this id, whatever its type; null when it is not published. */
  refOf(id: string): string | null {
    const row = this.#statement('SELECT ref FROM entry WHERE id = ?').get(id);
    return typeof row?.ref === 'string' ? row.ref : null;
  }

  /** All published entries of a type, by ref: a key that never changes. */
  all<E extends Entry>(collection: Collection<E>): E[] {
    return this.#each(collection, 'SELECT id FROM entry WHERE type = ? ORDER BY length(ref), ref');
  }

  /** The published entries behind these ids, in their order; the others are left out. */
  linked<E extends Entry>(collection: Collection<E>, ids: readonly string[] | undefined): E[] {
    return (ids ?? []).flatMap((id) => this.get(collection, id) ?? []);
  }

  /** Entries of a type which point to this id by a relation (top level or inside a component). */
  referring<E extends Entry>(collection: Collection<E>, attribute: string, id: string): E[] {
    return this.#each(
      collection,
      `SELECT DISTINCT entry.id, length(ref), ref FROM link
         JOIN entry ON entry.type = link.type AND entry.id = link.id
        WHERE link.type = ? AND link.attribute = ? AND link.target = ?
        ORDER BY length(ref), ref`,
      attribute,
      id,
    );
  }

  /** The prepared copies of an image, or null when it could not be read: show the page without. */
  picture(key: string): Picture | null {
    const row = this.#statement('SELECT data FROM picture WHERE key = ?').get(key);
    return row ? picture.parse(JSON.parse(String(row.data))) : null;
  }

  /** Keys of all prepared images, the ones that could not be read included. */
  pictureKeys(): Set<string> {
    const rows = this.#statement('SELECT key FROM picture').all();
    return new Set(rows.map((row) => String(row.key)));
  }

  putPicture(key: string, prepared: Picture | null): void {
    this.#statement('INSERT OR REPLACE INTO picture (key, data) VALUES (?, ?)').run(
      key,
      JSON.stringify(prepared),
    );
  }

  removePicture(key: string): void {
    this.#statement('DELETE FROM picture WHERE key = ?').run(key);
  }

  meta(key: MetaKey): string | null {
    const row = this.#statement('SELECT value FROM meta WHERE key = ?').get(key);
    return typeof row?.value === 'string' ? row.value : null;
  }

  setMeta(key: MetaKey, value: string): void {
    this.#statement('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }

  /** Id → version of every stored entry of a type. */
  versions(type: EntryType): Map<string, string> {
    const rows = this.#statement('SELECT id, version FROM entry WHERE type = ?').all(type);
    return new Map(rows.map((row) => [String(row.id), String(row.version)]));
  }

  put(type: EntryType, entry: Entry, version: string, links: readonly LinkRow[]): void {
    this.remove(type, entry.id);
    this.#statement(
      'INSERT INTO entry (type, id, ref, slug, version, data) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(type, entry.id, entry.ref, entry.slug, version, JSON.stringify(entry));
    for (const { attribute, position, target } of links) {
      this.#statement(
        'INSERT INTO link (type, id, attribute, position, target) VALUES (?, ?, ?, ?, ?)',
      ).run(type, entry.id, attribute, position, target);
    }
  }

  remove(type: EntryType, id: string): void {
    this.#statement('DELETE FROM entry WHERE type = ? AND id = ?').run(type, id);
    this.#statement('DELETE FROM link WHERE type = ? AND id = ?').run(type, id);
    this.#entries.delete(`${type} ${id}`);
  }

  /** Runs several writes as one; nothing is kept when one of them throws. */
  transaction(write: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #first<E extends Entry>(collection: Collection<E>, sql: string, key: string): E | null {
    const row = this.#statement(sql).get(collection.type, key);
    return row ? this.get(collection, String(row.id)) : null;
  }

  #each<E extends Entry>(collection: Collection<E>, sql: string, ...keys: string[]): E[] {
    const rows = this.#statement(sql).all(collection.type, ...keys);
    return rows.flatMap((row) => this.get(collection, String(row.id)) ?? []);
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

export type LinkRow = {
  readonly attribute: string;
  readonly position: number;
  readonly target: string;
};
