import type { Core } from '@strapi/strapi';
import { hasPage } from '../publishing/page-address';
import { REVIEWED_TYPES, type ReviewedUid } from '../moderation/reviewed-types';
import { isOfFiles, readEntryForms } from './entry-form';
import { entryHandlers, type Handle } from './entry-handlers';
import { fileHandlers } from './file-handlers';
import { offerEntry } from './hand-over-handlers';
import { addMemberRoutes, type MemberRoute } from './member-routes';
import { previewEntry } from './preview-entry';

/** Adds /api/me/practices, /adaptations and /notices: what a member writes, and nobody else's. */
export function addEntryRoutes(strapi: Core.Strapi): void {
  const forms = readEntryForms(strapi);
  const { list, create, read, change, remove, submit, copy, does } = entryHandlers(strapi);
  const routesOf = (uid: ReviewedUid): MemberRoute[] => {
    const { pluralName, singularName } = strapi.contentType(uid).info;
    const all = `/${pluralName}`;
    const one = `${all}/:documentId`;
    const route = (method: MemberRoute['method'], path: string, handle: Handle) => ({
      method,
      path,
      handle: ((ctx, member) => handle(ctx, member, forms(uid))) satisfies MemberRoute['handle'],
    });
    return [
      route('GET', all, list),
      route('POST', all, create),
      route('GET', one, read),
      route('PUT', one, change),
      route('DELETE', one, remove),
      ...(hasPage(singularName) ? [route('GET', `${one}/preview`, previewEntry(strapi))] : []),
      route('POST', `${one}/submit`, submit),
      route('POST', `${one}/withdraw`, does('withdraw')),
      route('POST', `${one}/reopen`, does('reopen')),
      route('POST', `${one}/copy`, copy),
      route('POST', `${one}/request-removal`, does('requestRemoval')),
      route('POST', `${one}/hand-over`, offerEntry(strapi)),
      ...forms(uid)
        .fields.filter(isOfFiles)
        .flatMap((field): MemberRoute[] => {
          const { add, remove } = fileHandlers(strapi, field);
          const files = `${one}/${field.name}`;
          return [
            { ...route('POST', files, add), bodyType: 'multipart/form-data' },
            route('DELETE', `${files}/:id`, remove),
          ];
        }),
    ];
  };
  addMemberRoutes(strapi, REVIEWED_TYPES.flatMap(routesOf));
}
