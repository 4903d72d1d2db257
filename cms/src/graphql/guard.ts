import { createHash, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Settings } from '../../config/settings';

// Koa's router ignores case and a slash at the end, so the guard must as well.
const GRAPHQL = /^\/+graphql(\/|$)/i;
const REST = /^\/+api(\/|$)/i;

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function bearer(header: string): string {
  return /^bearer\s+(\S+)\s*$/i.exec(header)?.[1] ?? '';
}

/** Keeps GraphQL for the build alone, and the build's token to GraphQL alone. */
const guard: Core.MiddlewareFactory = (_config, { strapi }) => {
  const settings: Settings = strapi.config.get('settings');
  const expected = sha256(settings.secrets.buildToken);
  return async (ctx, next) => {
    const isBuild = timingSafeEqual(sha256(bearer(ctx.get('authorization'))), expected);
    if (GRAPHQL.test(ctx.path) && !isBuild) {
      throw new errors.ForbiddenError(
        'GraphQL answers the build of the site only: send its token.',
      );
    }
    if (REST.test(ctx.path) && isBuild) {
      throw new errors.ForbiddenError('The token of the build reads over GraphQL only.');
    }
    await next();
  };
};

export default guard;
