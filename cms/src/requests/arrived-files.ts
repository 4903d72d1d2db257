import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const fileSchema = z.object({ filepath: z.string() });
const filesSchema = z.record(z.string(), z.union([fileSchema, z.array(fileSchema)]));

/**
 * Files arrive in the temporary folder before anybody is asked who sent them, and Strapi takes away
 * those of the field `files` alone, and not after an error: anybody could fill the disk.
 */
const arrivedFiles: Core.MiddlewareFactory = () => async (ctx, next) => {
  const files = filesSchema.parse(ctx.request.files ?? {});
  try {
    await next();
  } finally {
    const arrived = Object.values(files).flat();
    await Promise.all(arrived.map(({ filepath }) => rm(filepath, { force: true })));
  }
};

export default arrivedFiles;
