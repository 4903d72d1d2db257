/**
 * What is known of every rendered page: the digest of its bytes, what it read of the content, and
 * what other pages may link to. Kept beside the releases, so that a restart renders nothing anew.
 */
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Statements } from '../../src/snapshot/statements.ts';
import type { Product } from '../later/messages.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS page (
    path TEXT PRIMARY KEY,
    route TEXT NOT NULL,
    digest TEXT NOT NULL,
    reads BLOB NOT NULL,
    ids TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS route (
    name TEXT PRIMARY KEY,
    reads BLOB NOT NULL,
    paths TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS read_key (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * `base` is the release that the stored pages are those of, `code` the code they were made by;
 * the products say for which state of the content what follows the pages was made,
 * `alarms` which pages are held back.
 */
export type StateName = 'base' | 'code' | 'alarms' | Product;

export interface RenderedPage {
  readonly path: string;
  readonly route: string;
  /** Of its bytes. */
  readonly digest: string;
  /** The numbers of the keys it read: `PageStore.numbersOf`. */
  readonly reads: Uint32Array;
  /** What a fragment of a link to it may name, with a space between. */
  readonly ids: string;
}

interface StoredPage {
  route: string;
  digest: string;
  reads: Uint32Array;
}
interface StoredRoute {
  reads: Uint32Array;
  paths: readonly string[];
}

const blob = z.instanceof(Uint8Array);
const texts = z.array(z.string());

export class PageStore {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #pages = new Map<string, StoredPage>();
  readonly #routes = new Map<string, StoredRoute>();
  readonly #numbers = new Map<string, number>();
  /**
   * The number of a key → pages that read it now or did once: fifty thousand pages read a million
   * and a half, too many to be looked through at each edit.
   */
  readonly #readers = new Map<number, string[]>();
  /** Pages for readers: what is no feed, data or other file. */
  #count = 0;
  /** Keys that got a number since the last save. */
  #unsaved: string[] = [];

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
    this.#statements = new Statements(this.#database);
    for (const row of this.#statements.get('SELECT number, key FROM read_key').iterate()) {
      this.#numbers.set(String(row.key), Number(row.number));
    }
    for (const row of this.#statements
      .get('SELECT path, route, digest, reads FROM page')
      .iterate()) {
      this.#remember(String(row.path), {
        route: String(row.route),
        digest: String(row.digest),
        reads: numbersOf(row.reads),
      });
    }
    for (const row of this.#statements.get('SELECT name, reads, paths FROM route').iterate()) {
      this.#routes.set(String(row.name), {
        reads: numbersOf(row.reads),
        paths: texts.parse(JSON.parse(String(row.paths))),
      });
    }
  }

  close(): void {
    this.#statements.close();
  }

  has(path: string): boolean {
    return this.#pages.has(path);
  }

  /** How many pages there are once these were made and those removed. */
  countWith(made: readonly { path: string }[], removed: readonly { path: string }[]): number {
    const isNew = (path: string) => isPageAddress(path) && !this.has(path);
    const isGone = (path: string) => isPageAddress(path) && this.has(path);
    const added = new Set(made.map(({ path }) => path).filter(isNew));
    return this.#count + added.size - removed.filter(({ path }) => isGone(path)).length;
  }

  digestOf(path: string): string | null {
    return this.#pages.get(path)?.digest ?? null;
  }

  idsOf(path: string): ReadonlySet<string> {
    const row = this.#statements.get('SELECT ids FROM page WHERE path = ?').get(path);
    return new Set(row ? String(row.ids).split(' ') : []);
  }

  routeOf(path: string): string | null {
    return this.#pages.get(path)?.route ?? null;
  }

  pathsOfRoute(name: string): readonly string[] {
    return this.#routes.get(name)?.paths ?? [];
  }

  /** Every key that a page or a route read. */
  keys(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** Pages and routes that read one of these keys. */
  readersOf(keys: ReadonlySet<string>): { pages: string[]; routes: string[] } {
    const numbers = [...keys].flatMap((key) => this.#numbers.get(key) ?? []);
    const isReader = ({ reads }: { reads: Uint32Array }) =>
      numbers.some((number) => reads.includes(number));
    const pages = new Set(numbers.flatMap((number) => this.#readers.get(number) ?? []));
    return {
      pages: [...pages].filter((path) => {
        const page = this.#pages.get(path);
        return page !== undefined && isReader(page);
      }),
      routes: [...this.#routes].filter(([, route]) => isReader(route)).map(([name]) => name),
    };
  }

  /** A number for each key: the same one each time. */
  numbersOf(keys: ReadonlySet<string>): Uint32Array {
    return Uint32Array.from(keys, (key) => {
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const number = this.#numbers.size + 1;
      this.#numbers.set(key, number);
      this.#unsaved.push(key);
      return number;
    });
  }

  state(name: StateName): string | null {
    const row = this.#statements.get('SELECT value FROM state WHERE name = ?').get(name);
    return typeof row?.value === 'string' ? row.value : null;
  }

  /** Forgets everything: nothing rendered so far can be used again. */
  clear(): void {
    this.#pages.clear();
    this.#count = 0;
    this.#readers.clear();
    this.#routes.clear();
    this.#numbers.clear();
    this.#unsaved = [];
    this.#database.exec(
      'DELETE FROM page; DELETE FROM route; DELETE FROM read_key; DELETE FROM state;',
    );
  }

  /** Keeps what a release was made of, all of it or nothing. */
  save(made: {
    pages: readonly RenderedPage[];
    removed: readonly string[];
    routes: ReadonlyMap<string, { paths: readonly string[]; reads: ReadonlySet<string> }>;
    state: ReadonlyMap<StateName, string>;
  }): void {
    this.#statements.transaction(() => {
      for (const path of made.removed) this.#remove(path);
      for (const page of made.pages) this.#put(page);
      for (const [name, { paths, reads }] of made.routes) this.#putRoute(name, paths, reads);
      for (const [name, value] of made.state) {
        this.#statements
          .get('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)')
          .run(name, value);
      }
      this.#saveKeys();
    });
    this.#unsaved = [];
  }

  #saveKeys(): void {
    for (const key of this.#unsaved) {
      this.#statements
        .get('INSERT OR IGNORE INTO read_key (number, key) VALUES (?, ?)')
        .run(this.#numbers.get(key) ?? 0, key);
    }
  }

  #put({ path, route, digest, reads, ids }: RenderedPage): void {
    this.#statements
      .get('INSERT OR REPLACE INTO page (path, route, digest, reads, ids) VALUES (?, ?, ?, ?, ?)')
      .run(path, route, digest, bytesOf(reads), ids);
    this.#remember(path, { route, digest, reads });
  }

  #remember(path: string, page: StoredPage): void {
    const before = this.#pages.get(path);
    if (isPageAddress(path) && !before) this.#count += 1;
    this.#pages.set(path, page);
    for (const read of page.reads) {
      if (before?.reads.includes(read)) continue;
      const readers = this.#readers.get(read);
      if (readers) readers.push(path);
      else this.#readers.set(read, [path]);
    }
  }

  #putRoute(name: string, paths: readonly string[], reads: ReadonlySet<string>): void {
    const numbers = this.numbersOf(reads);
    this.#statements
      .get('INSERT OR REPLACE INTO route (name, reads, paths) VALUES (?, ?, ?)')
      .run(name, bytesOf(numbers), JSON.stringify(paths));
    this.#routes.set(name, { reads: numbers, paths });
  }

  #remove(path: string): void {
    this.#statements.get('DELETE FROM page WHERE path = ?').run(path);
    if (this.#pages.delete(path) && isPageAddress(path)) this.#count -= 1;
  }
}

const isPageAddress = (path: string) => !/\.[a-z]+$/.test(path);

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(value: unknown): Uint32Array {
  // A copy: the bytes of a row need not start at a multiple of four.
  return new Uint32Array(Uint8Array.from(blob.parse(value)).buffer);
}
