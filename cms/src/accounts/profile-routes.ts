import type { Core } from '@strapi/strapi';
import { signedIn } from '../members/signed-in';
import { readGiven } from '../publishing/given';
import { profileBody } from './account-bodies';
import { changeProfile, readProfile } from './profile';

/** The own account of whoever is signed in. */
export function addProfileRoutes(strapi: Core.Strapi): void {
  const shared = { path: '/', info: { type: 'content-api' }, config: {} };

  const read = signedIn(strapi, async (ctx, { id }) => {
    ctx.body = { data: await readProfile(strapi, id) };
  });

  const change = signedIn(strapi, async (ctx, { id }) => {
    await changeProfile(strapi, id, readGiven(profileBody, ctx.request.body));
    ctx.body = { data: await readProfile(strapi, id) };
  });

  strapi.server.routes({
    type: 'content-api',
    prefix: '/me',
    routes: [
      { method: 'GET', handler: read, ...shared },
      { method: 'PUT', handler: change, ...shared },
    ],
  });
}
