import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { SeedError } from './problem';

const distDir = path.resolve(__dirname, '../..');
export const appDir = path.dirname(distDir);

export const say = (line: string) => process.stdout.write(`${line}\n`);

/** Boots the CMS for some work on its content and ends the process; the CMS must be down. */
export function runInCms(work: (strapi: Core.Strapi) => Promise<void>): void {
  bootAndWork(work).then(
    () => process.exit(0),
    (error: unknown) => {
      // A pipe takes long texts piece by piece: only then may the process end.
      const told = error instanceof SeedError ? error.message : String(error);
      process.stderr.write(`${told}\n`, () => process.exit(1));
    },
  );
}

async function bootAndWork(work: (strapi: Core.Strapi) => Promise<void>): Promise<void> {
  const strapi = createStrapi({ appDir, distDir });
  strapi.log.level = 'warn';
  await strapi.load();
  try {
    await work(strapi);
  } finally {
    await strapi.destroy();
  }
}
