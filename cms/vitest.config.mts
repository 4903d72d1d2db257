import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const COMPILE = 'tests/support/compile.ts';
const START_POSTGRES = 'tests/support/start-postgres.ts';

/** `TEST_DATABASE=postgres` boots every suite on PostgreSQL; else only those that are about it. */
const isAllOnPostgres = process.env.TEST_DATABASE === 'postgres';

const shared = {
  // Strapi keeps itself in a global and reads the process's environment: a process runs one file
  // after the other. To load Strapi anew for each file would take most of the time.
  pool: 'forks' as const,
  isolate: false,
  setupFiles: ['tests/support/own-temporary-folder.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

const folders = readdirSync(path.join(import.meta.dirname, 'tests'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['support', 'postgres'].includes(entry.name))
  .map(({ name }) => name)
  .sort();

/** Each group of suites has processes of its own: what a Strapi leaves behind slows later ones. */
const foldersOfGroup = 4;
const groups = Array.from({ length: Math.ceil(folders.length / foldersOfGroup) }, (_, index) =>
  folders.slice(index * foldersOfGroup, (index + 1) * foldersOfGroup),
);

const postgresSuites = {
  ...shared,
  name: 'postgres',
  include: ['tests/postgres/**/*.test.ts'],
  globalSetup: isAllOnPostgres ? [] : [COMPILE, START_POSTGRES],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: isAllOnPostgres ? [COMPILE, START_POSTGRES] : [COMPILE],
    projects: [
      ...groups.map((group) => ({
        test: {
          ...shared,
          name: group.join(', '),
          include: group.map((folder) => `tests/${folder}/**/*.test.ts`),
        },
      })),
      { test: postgresSuites },
    ],
  },
});
