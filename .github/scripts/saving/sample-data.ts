import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../machine/settings.ts';
import { runProgram } from '../processes/run-program.ts';

/** A small data directory: two documents of three rows, and uploads larger than one record. */
export function sampleDataDir(dir: string, name = 'Kavala'): string {
  mkdirSync(path.join(dir, 'uploads/uploads'), { recursive: true });
  writeFileSync(path.join(dir, 'uploads/uploads/square.jpg'), randomBytes(300_000));
  writeFileSync(path.join(dir, 'uploads/uploads/empty.pdf'), '');
  const database = new DatabaseSync(path.join(dir, 'cms.db'));
  database.exec(`
    CREATE TABLE cities (id INTEGER, document_id TEXT, name TEXT);
    INSERT INTO cities VALUES (1, 'a', '${name}'), (2, 'a', '${name}'), (3, 'b', 'Drama');
    CREATE TABLE strapi_core_store_settings (key TEXT, value TEXT);
    INSERT INTO strapi_core_store_settings VALUES ('core_publishing_epoch', '"first"');`);
  database.close();
  return dir;
}

/** The name of the first city, as the database of a data directory has it. */
export function firstCity(dir: string): unknown {
  const database = new DatabaseSync(path.join(dir, 'cms.db'));
  try {
    return database.prepare('SELECT name FROM cities').get()?.name;
  } finally {
    database.close();
  }
}

/** Runs `backup` or `restore` with these variables of the platform and no others. */
export async function runSaving(
  command: 'backup' | 'restore',
  args: readonly string[],
  variables: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  return runProgram([process.execPath, `.github/scripts/${command}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
  });
}

/** The one archive of a folder. */
export function archiveIn(folder: string): string {
  const [name = ''] = readdirSync(folder).filter((each) => /\.tar\.gz(\.enc)?$/.test(each));
  return path.join(folder, name);
}
