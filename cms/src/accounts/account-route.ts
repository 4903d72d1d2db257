import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { readGiven } from '../publishing/given';
import { senderOf } from '../requests/attempt-limit';
import { assertFromOurPages } from '../requests/from-our-pages';
import { takeAttempts, type AccountLimits } from './account-limits';

export type Context = Parameters<Core.ControllerHandler>[0];

export interface Doors {
  strapi: Core.Strapi;
  limits: AccountLimits;
}

/**
 * A route of the accounts that anybody may ask: `act` is given the body as `schema` reads it, and
 * what it returns is answered. Strapi's own route of this path stays behind it, granted to nobody.
 */
export function accountRoute<Schema extends z.ZodType>(
  { strapi, limits }: Doors,
  path: string,
  schema: Schema,
  act: (ctx: Context, given: z.output<Schema>) => Promise<unknown>,
) {
  const handler: Core.ControllerHandler = async (ctx) => {
    ctx.set('cache-control', 'no-store');
    takeAttempts(ctx, [[limits.all, senderOf(ctx)]]);
    assertFromOurPages(strapi, ctx);
    ctx.body = await act(ctx, readGiven(schema, ctx.request.body ?? {}));
  };
  return {
    method: 'POST' as const,
    path,
    handler,
    info: { type: 'content-api' },
    config: { auth: false as const },
  };
}
