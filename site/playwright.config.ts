import { defineConfig } from '@playwright/test';
import { platform } from './e2e/platform.ts';

/** What an editor does changes the site under every reader's feet, so it comes last. */
const editing = 'editing/*.spec.ts';
/** Members change nothing that a reader sees before an editor accepts it. */
const members = 'members/*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A browser may end under a test. What passes only now is named in the summary of the layer.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: platform.siteUrl,
    // What cannot be done is named, before the time of the whole test is up.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    ...(platform.browser && { launchOptions: { executablePath: platform.browser } }),
  },
  projects: [
    { name: 'reading', testMatch: '*.spec.ts', testIgnore: [editing, members] },
    { name: 'members', testMatch: members },
    { name: 'editing', testMatch: editing, dependencies: ['reading', 'members'] },
  ],
});
