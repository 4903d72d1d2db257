import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { epochKey } from './epoch-key.ts';
import type { Counts } from './manifest.ts';

/** Longer than any write of the CMS, which may go on meanwhile. */
const patienceMs = 60_000;

const namesSchema = z.array(z.object({ name: z.string() }));
const countSchema = z.object({ count: z.int() });
const findingsSchema = z.array(z.object({ quick_check: z.string() }));

/** Copies a database that is in use, as it is at one moment, and counts what is in the copy. */
export function copySqlite(from: string, to: string): Counts {
  if (!existsSync(from)) {
    throw new Error(`There is no database at ${from}: is SEE_DATA_DIR the right folder?`);
  }
  withDatabase(from, (database) => {
    database.prepare('VACUUM INTO ?').run(to);
  });
  return withDatabase(to, (database) => {
    const findings = findingsSchema.parse(database.prepare('PRAGMA quick_check').all());
    const [first] = findings;
    if (first?.quick_check !== 'ok') {
      throw new Error(`The database ${from} is damaged: ${first?.quick_check ?? 'unreadable'}.`);
    }
    return countRows(database);
  });
}

/** Makes the CMS begin a new history of changes. */
export function forgetSqliteEpoch(file: string): void {
  withDatabase(file, (database) => {
    database.prepare('DELETE FROM strapi_core_store_settings WHERE key = ?').run(epochKey);
  });
}

function countRows(database: DatabaseSync): Counts {
  const tables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  const names = namesSchema.parse(database.prepare(`${tables} ORDER BY name`).all());
  return Object.fromEntries(
    names.map(({ name }) => {
      const count = (what: string) =>
        countSchema.parse(database.prepare(`SELECT count(${what}) AS count FROM "${name}"`).get());
      const columns = namesSchema.parse(database.prepare(`PRAGMA table_info("${name}")`).all());
      const hasDocuments = columns.some((column) => column.name === 'document_id');
      const documents = hasDocuments ? { documents: count('DISTINCT document_id').count } : {};
      return [name, { rows: count('*').count, ...documents }];
    }),
  );
}

function withDatabase<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: patienceMs });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
