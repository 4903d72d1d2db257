import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { removePin } from '../../../site/publisher/pin.ts';
import {
  currentRelease,
  listReleases,
  removeRelease,
} from '../../../site/publisher/release-store.ts';

/** What stays in a data directory whose contents are replaced; the secrets only for want of others. */
const stays =
  /^(backups|releases|logs|mail|(secrets|accounts|children|operator)\.json|running\.lock.*|half-restored|\.restoring|replaced-.*)$/;

/**
 * Moves what the folder holds into the data directory, and what stood there out of the way. A move
 * that fails undoes those before it. Answers where what was replaced lies now, or null.
 */
export function putInPlace(
  dataDir: string,
  folder: string,
  at: Date,
  move: (from: string, to: string) => void = renameSync,
): string | null {
  const arriving = readdirSync(folder);
  const leaving = readdirSync(dataDir).filter(
    (name) => !stays.test(name) || arriving.includes(name),
  );
  const aside = path.join(dataDir, `replaced-${at.toISOString().replace(/\W/g, '')}`);
  if (leaving.length > 0) mkdirSync(aside);
  const moves = [
    ...leaving.map((name) => [path.join(dataDir, name), path.join(aside, name)] as const),
    ...arriving.map((name) => [path.join(folder, name), path.join(dataDir, name)] as const),
  ];
  const undo: (() => void)[] = [];
  try {
    for (const [from, to] of moves) {
      move(from, to);
      undo.unshift(() => {
        renameSync(to, from);
      });
    }
  } catch (error) {
    for (const step of undo) step();
    throw error;
  }
  return leaving.length > 0 ? aside : null;
}

/**
 * Readers keep the live release until what was restored is published. The others go: which of
 * their pages were withdrawn later is not known any more, so nobody may go back to them.
 */
export function keepLiveReleaseOnly(releasesDir: string): void {
  const live = currentRelease(releasesDir);
  for (const id of listReleases(releasesDir)) if (id !== live) removeRelease(releasesDir, id);
  removePin(releasesDir);
}
