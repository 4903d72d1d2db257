import type { Core } from '@strapi/strapi';

const HEADERS = ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'];

/** Strapi names the origin of every request in its answer, also when there is none to name. */
const origins: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next();
  } finally {
    if (!ctx.get('Origin')) for (const header of HEADERS) ctx.remove(header);
  }
};

export default origins;
