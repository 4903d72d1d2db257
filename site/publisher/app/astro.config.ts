import { defineConfig } from 'astro/config';
import { siteConfig } from '../../astro.config.ts';
import { residentAdapter } from './adapter.ts';

/** The same site, compiled to be kept in memory by the publisher. */
export default defineConfig({
  ...siteConfig,
  outDir: '.cache/app',
  adapter: residentAdapter(),
  session: false,
});
