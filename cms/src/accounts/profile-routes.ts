import type { Core } from '@strapi/strapi';
import { signedIn } from '../members/signed-in';
import { readProfile } from './profile';

/** The own account of whoever is signed in. */
export function addProfileRoutes(strapi: Core.Strapi): void {
  const shared = { info: { type: 'content-api' }, config: {} };

  const read = signedIn(strapi, async (ctx, { id }) => {
    ctx.body = { data: await readProfile(strapi, id) };
  });

  strapi.server.routes({
    type: 'content-api',
    prefix: '/me',
    routes: [{ method: 'GET', path: '/', handler: read, ...shared }],
  });
}
