import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    postgresPort: number;
  }
}

/** Starts one PostgreSQL server for a whole run; every boot on it gets a database of its own. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  project.provide('postgresPort', server.port);
  return server.stop;
}
