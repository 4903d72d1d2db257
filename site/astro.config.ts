import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [mdx()],
  devToolbar: { enabled: false },
  // The policy of the pages allows no inline script, so nothing small may be inlined.
  vite: { build: { assetsInlineLimit: 0 } },
});
