import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../machine/settings.ts';
import { runProgram } from '../processes/run-program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const remedy =
  'Install Chromium (Debian, Ubuntu: "apt-get install chromium"; others: "npx playwright install chromium") or name one with CHROMIUM_PATH.';

const playwrightSchema = z.object({
  chromium: z.custom<{ executablePath: () => string }>((value) => typeof value === 'object'),
});

/** Finds a browser, or installs Debian's when that can be done; else says what to do. */
export async function findBrowser(
  variables: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> {
  const named = variables.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program. ${remedy}`);
  }
  const found = onPath(variables.PATH ?? '') ?? playwrightsOwn();
  if (found) return found;
  if (canUseApt()) {
    await installWithApt(signal);
    const installed = onPath(variables.PATH ?? '');
    if (installed) return installed;
  }
  throw new Error(`The browser tests need a browser and there is none. ${remedy}`);
}

function onPath(searched: string): string | null {
  for (const folder of searched.split(path.delimiter).filter(Boolean)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return null;
}

function playwrightsOwn(): string | null {
  const require = createRequire(path.join(root, 'site/package.json'));
  const file = playwrightSchema.parse(require('@playwright/test')).chromium.executablePath();
  return isProgram(file) ? file : null;
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

async function installWithApt(signal: AbortSignal): Promise<void> {
  const options = {
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    signal,
  };
  await runProgram(['apt-get', 'update'], options);
  const { code, output } = await runProgram(
    ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
    options,
  );
  if (code === 0) return;
  const last = output.trim().split('\n').slice(-3).join('\n');
  throw new Error(`Chromium could not be installed. ${remedy}\n${last}`);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
