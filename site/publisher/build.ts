/** `pnpm --filter site build`: pulls, builds, checks and leaves the complete site in `dist`. */
import path from 'node:path';
import { siteRoot } from './astro-build.ts';
import { readBuildSettings } from './settings.ts';
import { createSiteSteps } from './site-steps.ts';
import { stopSignal } from './stop-signal.ts';
import { complain, tell } from './terminal.ts';

try {
  const steps = createSiteSteps({
    settings: readBuildSettings(),
    snapshotFile: path.join(siteRoot, '.cache/snapshot.db'),
    log: (line) => {
      tell(line);
    },
    signal: stopSignal(),
  });
  const version = await steps.pull({ full: false });
  await steps.build(version, ({ dir, pages }) => {
    tell(`${pages} pages in ${path.relative(process.cwd(), dir) || '.'}`);
    return Promise.resolve(version.inputs);
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
