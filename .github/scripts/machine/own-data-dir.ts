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
  mkdirSync(dataDir, { recursive: true });
  const names = readdirSync(dataDir);
  // A folder with other things in it is somebody else's: closing it could lock them out.
  const isOurs = names.length === 0 || marks.some((mark) => existsSync(path.join(dataDir, mark)));
  if (isOurs) chmodSync(dataDir, 0o700);
}
