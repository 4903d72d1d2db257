import type { Core } from '@strapi/strapi';
import { z } from 'zod';

type Context = Parameters<Core.ControllerHandler>[0];

const cookieSchema = z.object({
  name: z.string(),
  sameSite: z.literal('strict'),
  secure: z.boolean(),
  path: z.string(),
  maxAge: z.number(),
});

/** The settings of the cookie, as config/plugins.ts states them. */
function readCookie(strapi: Core.Strapi) {
  return cookieSchema.parse(strapi.config.get('plugin::users-permissions.sessions.cookie'));
}

export function refreshTokenOf(strapi: Core.Strapi, ctx: Context): string | undefined {
  return ctx.cookies.get(readCookie(strapi).name, { signed: false });
}

/** @param token without one, the cookie is taken away */
export function setRefreshCookie(strapi: Core.Strapi, ctx: Context, token: string | null): void {
  const { name, maxAge, ...options } = readCookie(strapi);
  // The public address decides; what arrives here may have passed a proxy that does not say so.
  ctx.cookies.secure = options.secure;
  const life = token === null ? { expires: new Date(0) } : { maxAge };
  ctx.cookies.set(name, token ?? '', {
    ...options,
    ...life,
    httpOnly: true,
    signed: false,
    overwrite: true,
  });
}
