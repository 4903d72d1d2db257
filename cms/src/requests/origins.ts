import type { Core } from '@strapi/strapi';

const HEADERS = ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'];

/** What pages of the site ask. Koa's router ignores case, so this must as well. */
const FOR_PAGES = /^\/+api(\/|$)/i;

/**
 * Strapi names the origin of every request in its answer, also when there is none to name. At the
 * doors of the admin none is: a script that got into a page of the site would be let read there
 * whatever a member of the staff may, with the cookie of their session.
 */
const origins: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next();
  } finally {
    const isForPages = ctx.get('Origin') && FOR_PAGES.test(ctx.path);
    if (!isForPages) for (const header of HEADERS) ctx.remove(header);
  }
};

export default origins;
