import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplate } from './make-template.js';
import { addressOfDatabase, createDatabase } from './postgres.js';
import { startPostgres } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    postgresPort: number;
    /** A database as the first start on an empty one leaves it. */
    templatePostgres: string;
  }
}

/**
 * Starts one PostgreSQL server for a whole run; every boot on it gets a database of its own, a copy
 * of one on which the CMS, compiled before, has started once.
 */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'see-template-'));
  try {
    const name = await createDatabase(server.port);
    const { distDir } = project.getProvidedContext();
    await makeTemplate(distDir, dataDir, addressOfDatabase(server.port, name));
    project.provide('postgresPort', server.port);
    project.provide('templatePostgres', name);
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return server.stop;
}
