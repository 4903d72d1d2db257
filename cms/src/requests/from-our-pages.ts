import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Settings } from '../../config/settings';
import { UnsupportedTypeError } from './unsupported-type-error';

type Context = Parameters<Core.ControllerHandler>[0];

/** The form of body that a route reads. */
export type BodyType = 'application/json' | 'multipart/form-data';

function hasBody(ctx: Context): boolean {
  return Number(ctx.get('content-length') || 0) > 0 || ctx.get('transfer-encoding') !== '';
}

/**
 * Holds a request to what pages of this platform and scripts can send and foreign pages cannot: a
 * foreign form names its origin, and can send JSON only after asking for it, which CORS refuses.
 * @throws ForbiddenError for the origin of another site
 * @throws UnsupportedTypeError for a body of another type
 */
export function assertFromOurPages(
  strapi: Core.Strapi,
  ctx: Context,
  type: BodyType = 'application/json',
): void {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return;
  const { siteUrl, publicUrl }: Settings = strapi.config.get('settings');
  const origin = ctx.get('origin');
  const ours = [siteUrl, publicUrl].map((address) => new URL(address).origin);
  if (origin && !ours.includes(origin)) {
    const message = `Requests from pages of ${origin} are not taken: send this one from ${siteUrl}.`;
    throw new errors.ForbiddenError(message, { errors: [{ path: [], message }] });
  }
  const given = ctx.get('content-type');
  if ((given || hasBody(ctx)) && ctx.request.type !== type) {
    throw new UnsupportedTypeError(
      `This route reads ${type}, and the body is ${given || 'of no stated type'}: send ${type}.`,
    );
  }
}
