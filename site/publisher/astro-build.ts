import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Addresses, addressVariables } from './addresses.ts';
import { BuildFailedError } from './build-failed-error.ts';
import type { ExpectedPage } from './checks/problem.ts';

export const siteRoot = path.resolve(import.meta.dirname, '..');
export const distDir = path.join(siteRoot, 'dist');

export interface AstroOptions {
  addresses: Addresses;
  snapshotFile: string;
  signal?: AbortSignal;
}

const keptLines = 200;
const shownLines = 5;
/** What a page needs of this machine; the pages' code is not handed any secret. */
const passedOn = /^(PATH|HOME|TMPDIR|LANG|LC_.*|NODE_OPTIONS)$/;

/** Runs `astro build` into `dist`. Throws BuildFailedError that names the page and its entry. */
export async function buildWithAstro(
  options: AstroOptions & { expectedPages: readonly ExpectedPage[] },
): Promise<void> {
  const { code, output } = await runAstro(['build'], options);
  options.signal?.throwIfAborted();
  if (code === 0) return;
  throw failureFrom(output, options.expectedPages);
}

/** Runs Astro's command line in the site's folder; answers how it ended and its last words. */
export function runAstro(
  parameters: readonly string[],
  options: AstroOptions,
): Promise<{ code: number | null; output: string }> {
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  const bin = path.join(path.dirname(astro), 'bin/astro.mjs');
  const child = spawn(process.execPath, [bin, ...parameters], {
    cwd: siteRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name))),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      SEE_SNAPSHOT: options.snapshotFile,
      ...addressVariables(options.addresses),
    },
  });
  const lines: string[] = [];
  const keep = (chunk: string) => {
    lines.push(...chunk.split('\n'));
    lines.splice(0, Math.max(0, lines.length - keptLines));
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const abort = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      options.signal?.removeEventListener('abort', abort);
      resolve({ code, output: lines.join('\n') });
    });
  });
}

/** Reads Astro's words; the line it prints for a page that threw names the page's address. */
export function failureFrom(
  output: string,
  expectedPages: readonly ExpectedPage[],
): BuildFailedError {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const [, page, reason = ''] =
    /Caught error rendering (\S+): (?:\w*Error: )?(.*)/.exec(plain) ?? [];
  if (page) {
    const entry = expectedPages.find(({ path }) => path === page)?.entry ?? page;
    const named = entry === page ? page : `${page} of ${entry}`;
    return new BuildFailedError(`The page ${named} could not be rendered: ${reason}`, entry);
  }
  const lines = plain.trim().split('\n');
  const stated = lines.findIndex((line) => line.includes('[ERROR]'));
  const said = stated < 0 ? lines.slice(-shownLines) : lines.slice(stated, stated + shownLines);
  return new BuildFailedError(`The site could not be built: ${said.join('\n')}`, null);
}
