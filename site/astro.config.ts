import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export const siteConfig = {
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  trailingSlash: 'never' as const,
  build: { format: 'file' as const, inlineStylesheets: 'never' as const, concurrency: 4 },
  integrations: [mdx()],
  devToolbar: { enabled: false },
  // The policy of the pages allows no inline script, so nothing small may be inlined.
  vite: { build: { assetsInlineLimit: 0 } },
};

export default defineConfig(siteConfig);
