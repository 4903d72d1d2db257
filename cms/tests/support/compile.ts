import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { compile } from '../../scripts/compile.mts';
import { makeTemplate } from './make-template.js';

declare module 'vitest' {
  interface ProvidedContext {
    distDir: string;
    /** A SQLite file as the first start on an empty folder leaves it. */
    templateDatabase: string;
  }
}

/**
 * Compiles the CMS once for a whole run and starts it once: making the tables takes most of a
 * first start, so the tests start from copies. Types are checked by `pnpm typecheck`.
 */
export default async function setup(project: TestProject) {
  const distDir = compile();
  const template = mkdtempSync(path.join(tmpdir(), 'see-template-'));
  const removeAll = () => {
    rmSync(distDir, { recursive: true, force: true });
    rmSync(template, { recursive: true, force: true });
  };
  try {
    await makeTemplate(distDir, template);
  } catch (error) {
    removeAll();
    throw error;
  }
  project.provide('distDir', distDir);
  project.provide('templateDatabase', path.join(template, 'cms.db'));
  return removeAll;
}
