import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/**
 * What every page of the members' section loads comes in one file, and so does what keeps words on
 * the device: fewer requests, and together it compresses better than in the crumbs into which it
 * would be split.
 */
const codeSplitting = {
  groups: [
    { name: 'members', test: /\/src\/members\/[^/]+\.ts$/, minShareCount: 6 },
    { name: 'copies', test: /\/src\/members\/form\/(local-copies|tab)\.ts$/, minShareCount: 2 },
  ],
};

export const siteConfig = {
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  trailingSlash: 'never' as const,
  build: { format: 'file' as const, inlineStylesheets: 'never' as const, concurrency: 4 },
  integrations: [mdx()],
  devToolbar: { enabled: false },
  // The policy of the pages allows no inline script, so nothing small may be inlined.
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
  },
};

export default defineConfig(siteConfig);
