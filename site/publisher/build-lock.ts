import path from 'node:path';
import { siteRoot } from './astro-build.ts';
import { waitForLock } from './wait-for-lock.ts';

const lockFile = path.join(siteRoot, 'node_modules/.cache/see-build.lock');

/**
 * Runs `work` while no other process builds this site: `astro build` always writes to the same
 * folder, and a publisher and a test run may share one checkout.
 */
export async function withBuildLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const release = await waitForLock(lockFile, signal);
  try {
    return await work();
  } finally {
    release();
  }
}
