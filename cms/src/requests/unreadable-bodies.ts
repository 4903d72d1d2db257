import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

/** What formidable throws at a broken multipart body, and zlib at broken compressed bytes. */
const unreadable = z.union([
  z.object({ httpCode: z.literal(400) }),
  z.object({ code: z.string().startsWith('Z_') }),
]);

/** A body that cannot be read is the sender's mistake; Strapi would answer it with a 500. */
const unreadableBodies: Core.MiddlewareFactory = () => async (_ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!unreadable.safeParse(error).success) throw error;
    throw new errors.ValidationError(
      'The body of this request cannot be read: send it whole, in the form its headers name.',
    );
  }
};

export default unreadableBodies;
