import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'scripts',
    environment: 'node',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // A busy machine is slow; a test that hangs is told all the same.
    testTimeout: 60_000,
  },
});
