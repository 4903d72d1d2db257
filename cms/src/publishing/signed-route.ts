import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Settings } from '../../config/settings';
import { rawBodyOf } from '../requests/raw-body';
import { isSigned } from './signature';

/** Lets through what the publisher signed; to everybody else these routes answer as little as can be. */
export function onlyPublisher(strapi: Core.Strapi): Core.MiddlewareHandler {
  return async (ctx, next) => {
    const settings: Settings = strapi.config.get('settings');
    const secret = settings.secrets.publish;
    if (secret === undefined) throw new errors.NotFoundError('Not Found');
    const request = {
      timestamp: ctx.get('x-see-timestamp'),
      method: ctx.method,
      path: ctx.originalUrl,
      rawBody: rawBodyOf(ctx.request),
    };
    if (!isSigned(secret, request, ctx.get('x-see-signature'), Date.now())) {
      throw new errors.ForbiddenError('This route answers the publisher: sign the request.');
    }
    await next();
  };
}
