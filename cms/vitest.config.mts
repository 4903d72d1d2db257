import { defineConfig } from 'vitest/config';

const COMPILE = 'tests/support/compile.ts';
const START_POSTGRES = 'tests/support/start-postgres.ts';
const POSTGRES_TESTS = 'tests/postgres/**/*.test.ts';

const shared = {
  // Strapi keeps itself in a global and reads the process's environment: a process runs one file
  // after the other. To load Strapi anew for each file would take most of the time.
  pool: 'forks' as const,
  isolate: false,
  setupFiles: ['tests/support/own-temporary-folder.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** `TEST_DATABASE=postgres` boots every suite on PostgreSQL; else only those that are about it. */
const isAllOnPostgres = process.env.TEST_DATABASE === 'postgres';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: isAllOnPostgres ? 'all on postgres' : 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: [POSTGRES_TESTS],
          globalSetup: isAllOnPostgres ? [COMPILE, START_POSTGRES] : [COMPILE],
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: [POSTGRES_TESTS],
          globalSetup: [COMPILE, START_POSTGRES],
        },
      },
    ],
  },
});
