import type { Core } from '@strapi/strapi';
import { commonJs } from './common-js.mts';
import { appDir } from './compile.mts';
import { goodEnvironment } from './environment.mts';

const { createStrapi } = commonJs('@strapi/strapi');

/**
 * Loads the compiled CMS in this process, without listening, on the SQLite file of a folder, or on
 * the PostgreSQL database with this address.
 */
export async function loadStrapi(
  distDir: string,
  dataDir: string,
  databaseUrl?: string,
): Promise<Core.Strapi> {
  Object.assign(process.env, goodEnvironment(dataDir));
  if (databaseUrl === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = databaseUrl;
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
  strapi.log.level = 'error';
  return strapi.load();
}
