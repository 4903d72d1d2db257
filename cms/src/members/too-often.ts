import { errors } from '@strapi/utils';

/** A request whose answer may still be given headers. */
export interface Answering {
  set: (name: string, value: string) => void;
}

/** Answers 429. @throws RateLimitError saying what is too much, after naming when to come back */
export function refuseTooOften(ctx: Answering, message: string, afterSeconds: number): never {
  ctx.set('retry-after', String(Math.max(1, Math.ceil(afterSeconds))));
  throw new errors.RateLimitError(message, { errors: [{ path: [], message }] });
}
