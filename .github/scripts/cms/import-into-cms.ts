import type { Say } from '../machine/progress.ts';
import type { Secrets } from '../machine/secrets.ts';
import type { Settings } from '../machine/settings.ts';
import { runProgram } from '../processes/run-program.ts';
import { cmsDir, cmsEnvironment } from './cms-environment.ts';
import { logLine } from './seed-cms.ts';

interface ImportOptions {
  /** The file or folder. */
  source: string;
  check: boolean;
  drafts: boolean;
  say: Say;
  signal: AbortSignal;
}

/** Brings records into the database of the CMS. Throws when they have faults, having told each. */
export async function importIntoCms(
  settings: Settings,
  secrets: Secrets,
  { source, check, drafts, say, signal }: ImportOptions,
): Promise<void> {
  const flags = [...(check ? ['--check'] : []), ...(drafts ? ['--drafts'] : [])];
  const { code } = await runProgram(
    [process.execPath, 'dist/src/seed/run-import.js', ...flags, '--', source],
    {
      cwd: cmsDir,
      env: cmsEnvironment(settings, secrets),
      onLine: (line) => {
        if (line.trim() && !logLine.test(line)) say(line.trim());
      },
      signal,
    },
  );
  if (code !== 0) throw new Error('Nothing was imported: see the lines above.');
}
