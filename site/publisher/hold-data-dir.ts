import { takeLock } from './process-lock.ts';
import { cleanLeftovers } from './release-store.ts';
import { publisherLockOf, releasesDirOf } from './settings.ts';

/**
 * Makes the data directory this process's own, until it ends, and removes what a crash left there.
 * To be called until it does not throw: on a full disk neither can be done at once.
 */
export function dataDirHolder(
  settings: { SEE_DATA_DIR: string },
  log: (line: string) => void,
): () => void {
  const held = { isOwn: false, isClean: false };
  return () => {
    if (!held.isOwn) {
      const giveBack = takeLock(
        publisherLockOf(settings),
        ({ pid }) =>
          `A publisher already works on ${settings.SEE_DATA_DIR} (process ${pid}). Stop it first.`,
      );
      process.once('exit', giveBack);
      held.isOwn = true;
    }
    if (held.isClean) return;
    for (const name of cleanLeftovers(releasesDirOf(settings))) {
      log(`removed what a crash left: ${name}`);
    }
    held.isClean = true;
  };
}
