import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const appDir = path.resolve(import.meta.dirname, '..');

/** Compiles the CMS, without checking types, into a fresh folder; who asks removes it. */
export function compile(): string {
  // Inside the workspace, so that the compiled files find its packages.
  const cache = path.join(appDir, '.cache');
  mkdirSync(cache, { recursive: true });
  const distDir = mkdtempSync(path.join(cache, 'compiled-'));
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--noCheck', '--incremental', 'false', '--outDir', distDir];
  execFileSync(process.execPath, [tsc, '--project', appDir, ...options], { stdio: 'inherit' });
  return distDir;
}
