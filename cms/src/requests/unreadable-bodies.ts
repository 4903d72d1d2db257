import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

/** What the parsers throw at a broken multipart body, at broken JSON, and at broken compressed bytes. */
const unreadable = z.union([
  z.object({ httpCode: z.literal(400) }),
  z.object({ status: z.literal(400), body: z.string() }),
  z.object({ code: z.string().regex(/^(Z_|ERR_\w*_ERROR_)/) }),
]);

/** What they throw at too many fields or too much text in them, and at a long body of any other form. */
const tooLarge = z.union([
  z.object({ httpCode: z.literal(413) }),
  z.object({ type: z.literal('entity.too.large') }),
]);

const UNREADABLE =
  'The body of this request cannot be read: send it whole, in the form its headers name.';
const TOO_LARGE = 'The body of this request is larger than any that is read here: send less.';

const atNoPlace = (message: string) => ({ errors: [{ path: [], message }] });

/**
 * A body that cannot be read is the sender's mistake; Strapi would answer some with a 500, and write
 * the others into its log as mistakes of its own.
 */
const unreadableBodies: Core.MiddlewareFactory = () => async (_ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (tooLarge.safeParse(error).success) {
      throw new errors.PayloadTooLargeError(TOO_LARGE, atNoPlace(TOO_LARGE));
    }
    if (!unreadable.safeParse(error).success) throw error;
    throw new errors.ValidationError(UNREADABLE, atNoPlace(UNREADABLE));
  }
};

export default unreadableBodies;
