import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { appDir } from './compile.mts';
import { goodEnvironment } from './environment.mts';

// Strapi's ES build does not load in Node (it imports directories); the compiled CMS requires the
// CommonJS one as well, and both must be the same instance.
const { createStrapi }: typeof import('@strapi/strapi') = createRequire(import.meta.url)(
  '@strapi/strapi',
);

/** Loads the compiled CMS in this process, without listening, on the SQLite file of a folder. */
export async function loadStrapi(distDir: string, dataDir: string): Promise<Core.Strapi> {
  Object.assign(process.env, goodEnvironment(dataDir));
  delete process.env.DATABASE_URL;
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
  strapi.log.level = 'error';
  return strapi.load();
}
