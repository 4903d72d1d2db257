import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOfPaths } from '../../../site/publisher/code-digest.ts';
import type { Say } from '../machine/progress.ts';
import type { Secrets } from '../machine/secrets.ts';
import type { Settings } from '../machine/settings.ts';
import { runOrThrow } from '../processes/run-program.ts';
import { cmsDir, cmsEnvironment } from './cms-environment.ts';

const inputs = ['seed', 'dist/src/seed', 'dist/src/accounts', 'contract'];

/** What Strapi itself logs while it boots; only the lines about records are for the reader. */
export const logLine = /^\[\d{4}-/;

/** Fills the database unless exactly this content was filled into it already. */
export async function seedCms(
  settings: Settings,
  secrets: Secrets,
  options: { say: Say; signal: AbortSignal; force?: boolean },
): Promise<void> {
  const stampFile = path.join(settings.dataDir, 'stamps/seed');
  const wanted = createHash('sha256')
    .update(digestOfPaths(inputs.map((input) => path.join(cmsDir, input))))
    .update(`${settings.databaseUrl ?? ''} ${settings.isDemo}`)
    .digest('hex');
  const isFilled = settings.databaseUrl || existsSync(path.join(settings.dataDir, 'cms.db'));
  const isStamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (isFilled && isStamped && !options.force) return;
  await runOrThrow(
    'The content could not be filled in',
    [process.execPath, 'dist/src/seed/run.js'],
    {
      cwd: cmsDir,
      env: cmsEnvironment(settings, secrets),
      onLine: (line) => {
        if (line.trim() && !logLine.test(line)) options.say(line.trim());
      },
      signal: options.signal,
    },
  );
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
