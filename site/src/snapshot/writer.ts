/** Writes the local content, and notes under which keys what was written differs from before. */
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Entry, EntryType } from '../collections/collection.ts';
import { readKey } from './read-key.ts';
import { schema } from './schema.ts';
import { parsePicture, type Picture } from './picture.ts';
import type { MetaKey } from './snapshot.ts';
import { Statements } from './statements.ts';

const linkRow = z.object({ attribute: z.string(), position: z.number(), target: z.string() });
export type LinkRow = Readonly<z.infer<typeof linkRow>>;

interface EntryRow {
  readonly ref: string;
  readonly slug: string;
  readonly version: string;
  readonly data: string;
}

export type Withdrawn = {
  readonly type: EntryType;
  readonly ref: string;
  readonly slug: string;
  /** ISO time. */
  readonly at: string;
};

export class SnapshotWriter {
  readonly #statements: Statements;
  /** Images put since the last long transaction began. */
  readonly #prepared = new Map<string, Picture>();

  constructor(file: string) {
    const database = new DatabaseSync(file);
    database.exec(schema);
    this.#statements = new Statements(database);
  }

  close(): void {
    this.#statements.close();
  }

  /** Id → version of every stored entry of a type, those that are withheld among them. */
  versions(type: EntryType): Map<string, string> {
    const rows = this.#statements
      .get(
        `SELECT id, version FROM entry WHERE type = ?
         UNION ALL SELECT id, version FROM withheld WHERE type = ? ORDER BY id`,
      )
      .all(type, type);
    return new Map(rows.map((row) => [String(row.id), String(row.version)]));
  }

  /** Stores an entry with its relations and the keys of the images and documents it shows. */
  put(
    type: EntryType,
    entry: Entry,
    version: string,
    { links, uploads }: { links: readonly LinkRow[]; uploads: readonly string[] },
  ): void {
    const { id, ref, slug } = entry;
    const data = JSON.stringify(entry);
    const before = this.#rowOf(type, id);
    const linksBefore = this.#linksOf(type, id);
    const isSame = before?.data === data && isSameLinks(linksBefore, links);
    if (isSame && before.version === version) return;
    this.#erase(type, id);
    this.#insert(type, id, { ref, slug, version, data }, links);
    for (const key of uploads) {
      this.#statements
        .get('INSERT OR IGNORE INTO upload_use (type, id, key) VALUES (?, ?, ?)')
        .run(type, id, key);
    }
    this.#statements.get('DELETE FROM withdrawn WHERE type = ? AND id = ?').run(type, id);
    if (isSame) return;
    this.#noteChange(type, id, before, entry);
    this.#noteLinks(type, linksBefore, links);
  }

  /** Takes an entry out that is published and must not be shown. */
  withhold(type: EntryType, id: string): void {
    const before = this.#rowOf(type, id);
    if (!before) return;
    const { ref, slug, version, data } = before;
    const links = this.#linksOf(type, id);
    this.#statements
      .get(
        `INSERT OR REPLACE INTO withheld (type, id, ref, slug, version, data, links)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(type, id, ref, slug, version, data, JSON.stringify(links));
    this.#takeOut(type, id);
    this.#noteChange(type, id, before, null);
    this.#noteLinks(type, links, []);
  }

  /** Takes in again all that is withheld: what kept it from being shown may have changed. */
  readmit(): void {
    for (const row of this.#statements.get('SELECT * FROM withheld').all()) {
      // Only entry types are ever written there.
      const [type, id] = [String(row.type) as EntryType, String(row.id)];
      const links = z.array(linkRow).parse(JSON.parse(String(row.links)));
      const entry = entryRow(row);
      this.#statements.get('DELETE FROM withheld WHERE type = ? AND id = ?').run(type, id);
      this.#insert(type, id, entry, links);
      this.#noteChange(type, id, null, entry);
      this.#noteLinks(type, [], links);
    }
  }

  remove(type: EntryType, id: string): void {
    const before = this.#rowOf(type, id) ?? this.#rowOf(type, id, 'withheld');
    if (!before) return;
    this.#noteLinks(type, this.#linksOf(type, id), []);
    this.#erase(type, id);
    this.#noteChange(type, id, before, null);
    this.#statements
      .get('INSERT OR REPLACE INTO withdrawn (type, id, ref, slug, at) VALUES (?, ?, ?, ?, ?)')
      .run(type, id, before.ref, before.slug, new Date().toISOString());
  }

  /** True when a published entry shows the image or document with this key. */
  isUsed(key: string): boolean {
    return this.#statements.get('SELECT 1 FROM upload_use WHERE key = ?').get(key) !== undefined;
  }

  /** Forgets the images that no entry shows any more; answers the files that are left. */
  keepUsedPictures(): ReadonlySet<string> {
    const unused = this.#statements
      .get('SELECT key FROM picture WHERE key NOT IN (SELECT key FROM upload_use)')
      .all();
    for (const { key } of unused) this.#removePicture(String(key));
    const files = this.#statements
      .get('SELECT data FROM picture')
      .all()
      .flatMap(({ data }) => parsePicture(String(data))?.copies ?? []);
    return new Set(files.map(({ file }) => file));
  }

  /** The prepared copies of an image; null when there are none. */
  picture(key: string): Picture | null {
    const data = this.#value('SELECT data AS value FROM picture WHERE key = ?', key);
    return data === null ? null : parsePicture(data);
  }

  putPicture(key: string, prepared: Picture | null): void {
    if (prepared) this.#prepared.set(key, prepared);
    const data = JSON.stringify(prepared);
    if (this.#value('SELECT data AS value FROM picture WHERE key = ?', key) === data) return;
    this.#statements.get('INSERT OR REPLACE INTO picture (key, data) VALUES (?, ?)').run(key, data);
    this.#note(readKey.picture(key));
  }

  meta(key: MetaKey): string | null {
    return this.#value('SELECT value FROM meta WHERE key = ?', key);
  }

  setMeta(key: MetaKey, value: string): void {
    if (this.meta(key) === value) return;
    this.#statements.get('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
    this.#note(readKey.meta(key));
  }

  /** Keys under which what is stored differs from what is live. */
  changed(): Set<string> {
    const rows = this.#statements.get('SELECT key FROM changed').all();
    return new Set(rows.map((row) => String(row.key)));
  }

  /** Notes what follows from the changed keys, so that it is not lost when a publish fails. */
  addChanged(keys: Iterable<string>): void {
    this.transaction(() => {
      for (const key of keys) this.#note(key);
    });
  }

  /** Takes back that these keys differ: a release that holds them is live. */
  settle(keys: Iterable<string>): void {
    this.transaction(() => {
      for (const key of keys) this.#statements.get('DELETE FROM changed WHERE key = ?').run(key);
    });
  }

  /** What was withdrawn since then and has not come back. */
  withdrawnSince(at: string): Withdrawn[] {
    const rows = this.#statements
      .get('SELECT type, ref, slug, at FROM withdrawn WHERE at >= ? ORDER BY at')
      .all(at);
    return rows.map((row) => ({
      // Only entry types are ever written there.
      type: String(row.type) as EntryType,
      ref: String(row.ref),
      slug: String(row.slug),
      at: String(row.at),
    }));
  }

  /** Runs several writes as one; nothing is kept when one of them throws. */
  transaction(write: () => void): void {
    this.#statements.transaction(write);
  }

  /**
   * As `transaction`, for writes that wait for something in between. Images that were prepared
   * meanwhile are kept whatever comes: they are costly, and true whoever shows them.
   */
  async longTransaction(write: () => Promise<void>): Promise<void> {
    this.#prepared.clear();
    try {
      await this.#statements.longTransaction(write);
    } catch (error) {
      this.transaction(() => {
        for (const [key, prepared] of this.#prepared) this.putPicture(key, prepared);
      });
      throw error;
    }
  }

  #noteChange(
    type: EntryType,
    id: string,
    before: { ref: string; slug: string } | null,
    after: { ref: string; slug: string } | null,
  ): void {
    this.#note(readKey.entry(type, id));
    this.#note(readKey.all(type));
    if (before?.ref === after?.ref && before?.slug === after?.slug) return;
    this.#note(readKey.addresses(type));
    for (const each of [before, after]) {
      if (!each) continue;
      this.#note(readKey.slug(type, each.slug));
      this.#note(readKey.ref(type, each.ref));
    }
    this.#note(readKey.refOf(id));
  }

  #noteLinks(type: EntryType, before: readonly LinkRow[], after: readonly LinkRow[]): void {
    const texts = [before, after].map((links) => new Set(links.map(textOf)));
    for (const [links, other] of [
      [before, texts[1]],
      [after, texts[0]],
    ] as const) {
      for (const link of links) {
        if (other?.has(textOf(link))) continue;
        this.#note(readKey.referring(type, link.attribute, link.target));
      }
    }
  }

  #removePicture(key: string): void {
    this.#statements.get('DELETE FROM picture WHERE key = ?').run(key);
    this.#note(readKey.picture(key));
  }

  #note(key: string): void {
    this.#statements.get('INSERT OR IGNORE INTO changed (key) VALUES (?)').run(key);
  }

  #insert(
    type: EntryType,
    id: string,
    { ref, slug, version, data }: EntryRow,
    links: readonly LinkRow[],
  ): void {
    this.#statements
      .get('INSERT INTO entry (type, id, ref, slug, version, data) VALUES (?, ?, ?, ?, ?, ?)')
      .run(type, id, ref, slug, version, data);
    for (const { attribute, position, target } of links) {
      this.#statements
        .get('INSERT INTO link (type, id, attribute, position, target) VALUES (?, ?, ?, ?, ?)')
        .run(type, id, attribute, position, target);
    }
  }

  #takeOut(type: EntryType, id: string): void {
    this.#statements.get('DELETE FROM entry WHERE type = ? AND id = ?').run(type, id);
    this.#statements.get('DELETE FROM link WHERE type = ? AND id = ?').run(type, id);
  }

  #erase(type: EntryType, id: string): void {
    this.#takeOut(type, id);
    this.#statements.get('DELETE FROM upload_use WHERE type = ? AND id = ?').run(type, id);
    this.#statements.get('DELETE FROM withheld WHERE type = ? AND id = ?').run(type, id);
  }

  #rowOf(type: EntryType, id: string, table: 'entry' | 'withheld' = 'entry'): EntryRow | null {
    const row = this.#statements
      .get(`SELECT ref, slug, version, data FROM ${table} WHERE type = ? AND id = ?`)
      .get(type, id);
    return row ? entryRow(row) : null;
  }

  #linksOf(type: EntryType, id: string): LinkRow[] {
    return this.#statements
      .get('SELECT attribute, position, target FROM link WHERE type = ? AND id = ?')
      .all(type, id)
      .map((row) => ({
        attribute: String(row.attribute),
        position: Number(row.position),
        target: String(row.target),
      }));
  }

  #value(sql: string, key: string): string | null {
    const row = this.#statements.get(sql).get(key);
    return typeof row?.value === 'string' ? row.value : null;
  }
}

function entryRow(row: Readonly<Record<string, unknown>>): EntryRow {
  return {
    ref: String(row.ref),
    slug: String(row.slug),
    version: String(row.version),
    data: String(row.data),
  };
}

function textOf({ attribute, position, target }: LinkRow): string {
  return `${attribute} ${String(position)} ${target}`;
}

function isSameLinks(some: readonly LinkRow[], others: readonly LinkRow[]): boolean {
  const known = new Set(some.map(textOf));
  return some.length === others.length && others.every((link) => known.has(textOf(link)));
}
