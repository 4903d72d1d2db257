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
    /** Where each process that runs tests has a folder for its temporary files. */
    temporaryDir: string;
  }
}

/**
 * Compiles the CMS once for a whole run and starts it once: making the tables takes most of a
 * first start, so the tests start from copies. Types are checked by `pnpm typecheck`.
 */
export default async function setup(project: TestProject) {
  const distDir = compile();
  const template = mkdtempSync(path.join(tmpdir(), 'see-template-'));
  const temporaryDir = mkdtempSync(path.join(tmpdir(), 'see-cms-tests-'));
  const removeAll = () => {
    for (const folder of [distDir, template, temporaryDir]) {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    await makeTemplate(distDir, template);
  } catch (error) {
    removeAll();
    throw error;
  }
  project.provide('distDir', distDir);
  project.provide('templateDatabase', path.join(template, 'cms.db'));
  project.provide('temporaryDir', temporaryDir);
  return removeAll;
}
