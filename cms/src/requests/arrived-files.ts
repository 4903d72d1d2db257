import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { MOST_FILES } from './kept-parts';

const fileSchema = z.object({ filepath: z.string() });
const filesSchema = z.record(z.string(), z.union([fileSchema, z.array(fileSchema)]));

const TOO_MANY = `At most ${MOST_FILES} files can be sent at a time: send the others after these.`;
const AT_NO_PLACE = { errors: [{ path: [], message: TOO_MANY }] };

/**
 * Files arrive in the temporary folder before anybody is asked who sent them, and Strapi takes away
 * those of the field `files` alone, and not after an error: anybody could fill the disk.
 */
const arrivedFiles: Core.MiddlewareFactory = () => async (ctx, next) => {
  const files = filesSchema.parse(ctx.request.files ?? {});
  const arrived = Object.values(files).flat();
  try {
    if (arrived.length > MOST_FILES) throw new errors.PayloadTooLargeError(TOO_MANY, AT_NO_PLACE);
    await next();
  } finally {
    await Promise.all(arrived.map(({ filepath }) => rm(filepath, { force: true })));
  }
};

export default arrivedFiles;
