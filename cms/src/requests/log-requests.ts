import type { Core } from '@strapi/strapi';

/**
 * One line for each request. Without what follows the question mark, which Strapi's own logger
 * writes down too: there stand the tokens of mailed links, and logs are read by many and kept long.
 */
const logRequests: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    const start = Date.now();
    await next();
    strapi.log.http(`${ctx.method} ${ctx.path} (${Date.now() - start} ms) ${ctx.status}`);
  };

export default logRequests;
