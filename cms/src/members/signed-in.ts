import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { noteSeen } from '../accounts/last-seen';
import { assertFromOurPages, type BodyType } from '../requests/from-our-pages';

const memberSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  language: z.string().nullable(),
  displayName: z.string().nullable(),
});

export type Member = z.output<typeof memberSchema>;

type Context = Parameters<Core.ControllerHandler>[0];

/**
 * The handler of a route under /api/me; its config stays Strapi's own, so that Strapi answers 401
 * to whoever is not signed in, and the lot of the route is ours:
 * `{ method: 'POST', path: '/practices', handler: signedIn(strapi, async (ctx, member) => { … }), info: { type: 'content-api' }, config: {} }`
 * (an upload: `signedIn(strapi, handler, 'multipart/form-data')`).
 */
export function signedIn(
  strapi: Core.Strapi,
  handle: (ctx: Context, member: Member) => Promise<void>,
  bodyType: BodyType = 'application/json',
): Core.ControllerHandler {
  return async (ctx) => {
    ctx.set('cache-control', 'no-store');
    // A token of the API passes Strapi's guard too, and is nobody.
    const member = memberSchema.safeParse(ctx.state.user);
    if (!member.success) throw new errors.UnauthorizedError('Sign in to use this route.');
    assertFromOurPages(strapi, ctx, bodyType);
    await noteSeen(strapi, ctx.state.user);
    await handle(ctx, member.data);
  };
}
