import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

/** Answers 429. @throws RateLimitError saying what is too much, after naming when to come back */
export function refuseTooOften(ctx: Context, message: string, afterSeconds: number): never {
  ctx.set('retry-after', String(Math.max(1, Math.ceil(afterSeconds))));
  throw new errors.RateLimitError(message, { errors: [{ path: [], message }] });
}
