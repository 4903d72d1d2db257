import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../machine/settings.ts';
import { ledgerName } from './ledger.ts';
import type { Counts, Manifest } from './manifest.ts';
import { dumpPostgres } from './postgres.ts';
import { copySqlite } from './sqlite.ts';

export const databaseNames = { sqlite: 'database.sqlite', postgres: 'database.sql' } as const;
const uploadsName = 'uploads';
/** Says what content was filled in, so that a restored platform does not fill it in again. */
const stampName = 'stamps/seed';

export interface Staged {
  database: Manifest['database'];
  counts: Counts;
  /** Paths in the folder, the database first. */
  names: string[];
}

/**
 * Collects what a backup holds in a folder on the disk of the data directory. The database is
 * copied first: an upload that comes later is of no entry in the copy. Uploads are linked before
 * that as well, so that one which is deleted meanwhile is still there for the entries that show it.
 */
export async function stage(
  { dataDir, databaseUrl }: Settings,
  folder: string,
  signal: AbortSignal,
): Promise<Staged> {
  const database = databaseUrl ? 'postgres' : 'sqlite';
  const databaseName = databaseNames[database];
  const copy = path.join(folder, databaseName);
  linkUploads(dataDir, folder);
  const counts = databaseUrl
    ? await dumpPostgres(databaseUrl, copy, signal)
    : copySqlite(path.join(dataDir, 'cms.db'), copy);
  if (Object.keys(counts).length === 0) {
    throw new Error(
      'The database holds nothing yet, so nothing was saved: try again when "npm start" has filled it.',
    );
  }
  linkUploads(dataDir, folder);
  for (const name of [ledgerName, stampName]) {
    const file = path.join(dataDir, name);
    if (existsSync(file)) cpSync(file, path.join(folder, name));
  }
  const names = filesIn(folder).filter((name) => name !== databaseName);
  return { database, counts, names: [databaseName, ...names] };
}

/** Links every upload that has no link yet. The platform never changes a file in place. */
function linkUploads(dataDir: string, folder: string): void {
  const uploads = path.join(dataDir, uploadsName);
  for (const name of filesIn(uploads)) {
    const target = path.join(folder, uploadsName, name);
    if (existsSync(target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    try {
      linkOrCopy(path.join(uploads, name), target);
    } catch (error) {
      if (!isCode(error, ['ENOENT'])) throw error;
    }
  }
}

/** Some disks know no links. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isCode(error, ['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV'])) throw error;
    copyFileSync(from, to);
  }
}

function isCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
