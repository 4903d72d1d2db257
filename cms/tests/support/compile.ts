import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    distDir: string;
  }
}

export const appDir = path.resolve(import.meta.dirname, '../..');

/** Compiles the CMS once for a whole run, into a folder that only this run uses. */
export default function setup(project: TestProject) {
  const cache = path.join(appDir, '.cache');
  mkdirSync(cache, { recursive: true });
  // Inside the workspace, so that the compiled files find its packages.
  const distDir = mkdtempSync(path.join(cache, 'test-'));
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // Types are checked by `pnpm typecheck`; a test run only needs the output.
  const options = ['--noCheck', '--incremental', 'false', '--outDir', distDir];
  execFileSync(process.execPath, [tsc, '--project', appDir, ...options], { stdio: 'inherit' });
  project.provide('distDir', distDir);
  return () => {
    rmSync(distDir, { recursive: true, force: true });
  };
}
