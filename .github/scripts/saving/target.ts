import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockHolder, takeLock } from '../../../site/publisher/process-lock.ts';
import { publisherLockOf } from '../../../site/publisher/settings.ts';
import { isHalfRestored } from '../machine/half-restored.ts';
import { ownDataDir } from '../machine/own-data-dir.ts';

/** What may lie in a data directory that counts as empty. */
const negligible = /^(backups|running\.lock|\.restoring)$/;

export interface Target {
  dataDir: string;
  /** What it holds is to make room. */
  isReplacing: boolean;
  release: () => void;
}

/**
 * Takes a data directory for a restore and for nobody else. Throws a sentence, and has written
 * nothing, when a platform runs on it or it holds something that is not to be replaced.
 */
export function takeTarget(dataDir: string, { force }: { force: boolean }): Target {
  const wasThere = existsSync(dataDir);
  const runningLock = path.join(dataDir, 'running.lock');
  const publisherLock = publisherLockOf({ SEE_DATA_DIR: dataDir });
  const refusal = ({ pid }: { pid: number }) =>
    `A platform runs on ${dataDir} (process ${pid}): stop it first. Nothing was restored.`;
  const holder = lockHolder(runningLock) ?? lockHolder(publisherLock);
  if (holder) throw new Error(refusal(holder));
  const isReplacing = force || isHalfRestored(dataDir);
  if (!isReplacing && wasThere && readdirSync(dataDir).some((name) => !negligible.test(name))) {
    throw new Error(
      `${dataDir} is not empty, so nothing was restored: set SEE_DATA_DIR to an empty folder, or replace what it holds with --force.`,
    );
  }
  ownDataDir(dataDir);
  const unlock = takeLock(runningLock, refusal);
  const release = () => {
    unlock();
    if (!wasThere && readdirSync(dataDir).length === 0) rmSync(dataDir, { recursive: true });
  };
  return { dataDir, isReplacing, release };
}
