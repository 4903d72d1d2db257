import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { siteRoot } from './astro-build.ts';
import { LockHeldError, takeLock } from './process-lock.ts';

const lockFile = path.join(siteRoot, 'node_modules/.cache/see-build.lock');
const everyMs = 250;

/**
 * Runs `work` while no other process builds this site: `astro build` always writes to the same
 * folder, and a publisher and a test run may share one checkout.
 */
export async function withBuildLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const release = await waitForLock(signal);
  try {
    return await work();
  } finally {
    release();
  }
}

async function waitForLock(signal?: AbortSignal): Promise<() => void> {
  for (;;) {
    try {
      return takeLock(lockFile, (holder) => `Process ${holder.pid} is building the site.`);
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      await wait(everyMs, undefined, signal ? { signal } : {});
    }
  }
}
