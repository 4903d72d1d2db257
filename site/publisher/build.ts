/** `pnpm --filter site build`: pulls, builds, checks and leaves the complete site in `dist`. */
import path from 'node:path';
import { siteRoot } from './astro-build.ts';
import { readBuildSettings } from './settings.ts';
import { createSiteSteps } from './site-steps.ts';
import { stopSignal } from './stop-signal.ts';

try {
  const steps = createSiteSteps({
    settings: readBuildSettings(),
    snapshotFile: path.join(siteRoot, '.cache/snapshot.db'),
    log: (line) => console.log(line),
    signal: stopSignal(),
  });
  await steps.pull({ full: false });
  await steps.build(async (dir, pages) => {
    console.log(`${pages} pages in ${path.relative(process.cwd(), dir) || '.'}`);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
