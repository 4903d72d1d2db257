import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Lies in a data directory while a restore puts things in place; names its archive. */
const markIn = (dataDir: string) => path.join(dataDir, 'half-restored');

export function markHalfRestored(dataDir: string, archive: string): void {
  writeFileSync(markIn(dataDir), `${archive}\n`);
}

export function unmarkHalfRestored(dataDir: string): void {
  rmSync(markIn(dataDir), { force: true });
}

/** True when a restore was killed in the middle: what it left is of no use to anybody. */
export function isHalfRestored(dataDir: string): boolean {
  return existsSync(markIn(dataDir));
}

/** A platform that started on half of its data would fill in the other half anew. */
export function refuseHalfRestored(dataDir: string): void {
  if (!isHalfRestored(dataDir)) return;
  const archive = readFileSync(markIn(dataDir), 'utf8').trim();
  throw new Error(
    `A restore into ${dataDir} was ended in the middle: run it again with "npm run restore -- ${archive}".`,
  );
}
