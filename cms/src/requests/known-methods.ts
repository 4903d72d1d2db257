import type { Core } from '@strapi/strapi';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Methods that no route has are answered with 405; the router would say 501, as if it were broken. */
const knownMethods: Core.MiddlewareFactory = () => async (ctx, next) => {
  if (METHODS.includes(ctx.method)) {
    await next();
    return;
  }
  const allowed = METHODS.join(', ');
  const message = `Nothing here answers ${ctx.method}: ask with one of ${allowed}.`;
  ctx.set('Allow', allowed);
  ctx.status = 405;
  ctx.body = { data: null, error: { status: 405, name: 'MethodNotAllowedError', message } };
};

export default knownMethods;
