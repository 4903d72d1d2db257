import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOfPaths } from '../../../site/publisher/code-digest.ts';
import { waitForLock } from '../../../site/publisher/wait-for-lock.ts';
import type { Say } from '../machine/progress.ts';
import type { Secrets } from '../machine/secrets.ts';
import { root, type Settings } from '../machine/settings.ts';
import { runOrThrow } from '../processes/run-program.ts';
import { cmsDir, cmsEnvironment, strapiCommand } from './cms-environment.ts';

const inputs = [
  'cms/src',
  'cms/config',
  'cms/contract',
  'cms/database',
  'cms/package.json',
  'cms/tsconfig.json',
  'pnpm-lock.yaml',
];
// Inside what it vouches for: whoever deletes the output deletes the claim with it.
const stampFile = path.join(cmsDir, 'dist/.see-built');

/** Compiles the CMS and its admin unless that was done for these very files. */
export async function buildCms(
  settings: Settings,
  secrets: Secrets,
  options: { say: Say; signal: AbortSignal },
): Promise<void> {
  const { say, signal } = options;
  const release = await waitForLock(
    path.join(cmsDir, 'node_modules/.cache/see-build.lock'),
    signal,
  );
  try {
    const wanted = digestOfPaths(inputs.map((input) => path.join(root, input)));
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
    say('compiling it and the admin for these files (about a minute)');
    await runOrThrow('The CMS could not be built', strapiCommand('build'), {
      cwd: cmsDir,
      // The build reads the whole configuration, though it keeps none of the secrets.
      env: cmsEnvironment(settings, secrets),
      signal,
    });
    writeFileSync(stampFile, wanted);
  } finally {
    release();
  }
}
