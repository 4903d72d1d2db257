import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { compile } from '../../scripts/compile.mts';

declare module 'vitest' {
  interface ProvidedContext {
    distDir: string;
  }
}

/** Compiles the CMS once for a whole run. Types are checked by `pnpm typecheck`. */
export default function setup(project: TestProject) {
  const distDir = compile();
  project.provide('distDir', distDir);
  return () => {
    rmSync(distDir, { recursive: true, force: true });
  };
}
