import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'publisher/**/*.test.ts'],
          // A busy machine is slow; a test that hangs is told all the same.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
