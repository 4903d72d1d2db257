import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createSiteSteps } from '../../../../site/publisher/site-steps.ts';
import { mailVariables } from '../../machine/mail-variables.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';

/**
 * Fetches all content of the CMS and builds it by `astro build`, as `publish-site -- --clean` does.
 * The folder is the caller's until `use` is fulfilled.
 */
export async function buildClean<T>(
  { settings, secrets, signal }: BenchPlatform,
  use: (dir: string) => T,
): Promise<T> {
  // Beside the publisher's own content, of which nothing may be taken over.
  const folder = path.join(settings.dataDir, 'clean');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const steps = createSiteSteps({
    settings: {
      CMS_URL: settings.cmsUrl,
      CMS_TOKEN: secrets.buildToken,
      CMS_PUBLIC_URL: settings.cmsPublicUrl,
      SITE_URL: settings.siteUrl,
      SEE_DATA_DIR: settings.dataDir,
      SEE_PUBLIC_MAIL: [],
      SEE_CONTACT_MAIL: mailVariables(settings).SEE_CONTACT_MAIL,
    },
    snapshotFile: path.join(folder, 'snapshot.db'),
    log: () => undefined,
    signal,
  });
  const version = await steps.pull({ full: true });
  const used: T[] = [];
  await steps.build(version, ({ dir }) => {
    used.push(use(dir));
    return Promise.resolve('clean');
  });
  const [first] = used;
  if (first === undefined) throw new Error('The clean build was handed to nobody.');
  return first;
}
