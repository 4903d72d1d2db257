import path from 'node:path';
import { takeLock } from './process-lock.ts';
import { Publisher } from './publisher.ts';
import { cleanLeftovers } from './release-store.ts';
import { type BuildSettings, publisherLockOf, releasesDirOf } from './settings.ts';
import { createSiteSteps } from './site-steps.ts';
import type { PublisherStatus } from './status.ts';

/** Publishes once in this process, for when no publisher runs; needs a CMS that answers. */
export async function publishOnce(
  settings: BuildSettings,
  options: { clean: boolean; log: (line: string) => void; signal?: AbortSignal },
): Promise<PublisherStatus> {
  const { clean, ...rest } = options;
  const releasesDir = releasesDirOf(settings);
  const release = takeLock(
    publisherLockOf(settings),
    ({ pid }) => `Process ${pid} is publishing from ${settings.SEE_DATA_DIR} already.`,
  );
  try {
    cleanLeftovers(releasesDir);
    const snapshotFile = path.join(settings.SEE_DATA_DIR, 'snapshot.db');
    const steps = createSiteSteps({ settings, snapshotFile, ...rest });
    const publisher = new Publisher({ releasesDir, steps, log: options.log });
    publisher.request({ clean });
    await publisher.reconcile();
    return publisher.status();
  } finally {
    release();
  }
}
