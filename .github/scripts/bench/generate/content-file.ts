import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { Statements } from '../../../../site/src/snapshot/statements.ts';

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value);

export type Value = z.infer<typeof value>;
export type Row = z.infer<typeof row>;

/** The database of a CMS that does not run, written row by row past its document service. */
export class ContentFile {
  readonly #database: DatabaseSync;
  readonly #inserts = new Map<string, { columns: readonly string[]; statement: StatementSync }>();
  readonly #ids = new Map<string, number>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    // It is a file of the benchmark's own: after a crash it is made again.
    this.#database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;');
  }

  close(): void {
    this.#database.close();
  }

  rows(sql: string, ...parameters: Value[]): Row[] {
    return this.#database
      .prepare(sql)
      .all(...parameters)
      .map((each) => row.parse(each));
  }

  run(sql: string, ...parameters: Value[]): void {
    this.#database.prepare(sql).run(...parameters);
  }

  /** Adds a row and answers its id. Columns that are not given are left empty. */
  insert(table: string, values: Row): number {
    const id = this.#nextId(table);
    const { columns, statement } = this.#insertInto(table);
    const all: Row = { ...values, id };
    const unknown = Object.keys(all).find((name) => !columns.includes(name));
    if (unknown) throw new Error(`The table ${table} has no column "${unknown}".`);
    statement.run(...columns.map((name) => all[name] ?? null));
    return id;
  }

  transaction(write: () => void): void {
    new Statements(this.#database).transaction(write);
  }

  #nextId(table: string): number {
    const last = this.#ids.get(table) ?? this.#lastId(table);
    this.#ids.set(table, last + 1);
    return last + 1;
  }

  #lastId(table: string): number {
    const [found] = this.rows(`SELECT coalesce(max(id), 0) AS id FROM "${table}"`);
    return Number(found?.id ?? 0);
  }

  #insertInto(table: string) {
    const known = this.#inserts.get(table);
    if (known) return known;
    const columns = this.rows(`SELECT name FROM pragma_table_info('${table}')`).map((each) =>
      String(each.name),
    );
    const names = columns.map((name) => `"${name}"`).join(', ');
    const statement = this.#database.prepare(
      `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const made = { columns, statement };
    this.#inserts.set(table, made);
    return made;
  }
}
