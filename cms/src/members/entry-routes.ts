import type { Core } from '@strapi/strapi';
import { REVIEWED_TYPES, type ReviewedUid } from '../moderation/reviewed-types';
import { readEntryForms } from './entry-form';
import { entryHandlers, type Handle } from './entry-handlers';
import { signedIn } from './signed-in';

/** Adds /api/me/practices, /adaptations and /notices: what a member writes, and nobody else's. */
export function addEntryRoutes(strapi: Core.Strapi): void {
  const forms = readEntryForms(strapi);
  const { list, create, read, change, remove, submit, copy, does } = entryHandlers(strapi);
  const routesOf = (uid: ReviewedUid) => {
    const { pluralName } = strapi.contentType(uid).info;
    const one = `/${pluralName}/:documentId`;
    const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handle: Handle) => ({
      method,
      path,
      handler: signedIn(strapi, (ctx, member) => handle(ctx, member, forms(uid))),
      info: { type: 'content-api' },
      config: {},
    });
    return [
      route('GET', `/${pluralName}`, list),
      route('POST', `/${pluralName}`, create),
      route('GET', one, read),
      route('PUT', one, change),
      route('DELETE', one, remove),
      route('POST', `${one}/submit`, submit),
      route('POST', `${one}/withdraw`, does('withdraw')),
      route('POST', `${one}/reopen`, does('reopen')),
      route('POST', `${one}/copy`, copy),
    ];
  };
  strapi.server.routes({
    type: 'content-api',
    prefix: '/me',
    routes: REVIEWED_TYPES.flatMap(routesOf),
  });
}
