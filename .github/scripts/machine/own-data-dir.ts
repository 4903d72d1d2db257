import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What shows that a folder is the data directory of an earlier start. */
const marks = ['secrets.json', 'running.lock'];

/**
 * Makes the data directory, and keeps it and all that this process and its children write from now
 * on to this user alone: logs and mail hold addresses, the snapshot and the uploads hold drafts.
 */
export function ownDataDir(dataDir: string): void {
  process.umask(0o077);
  try {
    close(dataDir);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${dataDir} cannot be the data directory (${why}): name a folder of this user in SEE_DATA_DIR.`,
      { cause },
    );
  }
}

/** For what needs a platform that is there: a slip in the name must not make an empty one. */
export function ownPresentDataDir(dataDir: string): void {
  if (!existsSync(dataDir)) {
    throw new Error(`There is nothing at ${dataDir}: is SEE_DATA_DIR the right folder?`);
  }
  ownDataDir(dataDir);
}

function close(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const names = readdirSync(dataDir);
  // A folder with other things in it is somebody else's: closing it could lock them out.
  const isOurs = names.length === 0 || marks.some((mark) => existsSync(path.join(dataDir, mark)));
  if (isOurs) chmodSync(dataDir, 0o700);
}
