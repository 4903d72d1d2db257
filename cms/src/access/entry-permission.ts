import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ENGLISH } from '../documents/write';

type Action = 'read' | 'update';

/** What is used of the content manager's service, which has no types. */
interface PermissionCheckers {
  create(options: { userAbility: unknown; model: string }): {
    can: Record<Action, (entity: unknown) => boolean>;
  };
}

/** Whether somebody may do that with an entry, in each of its versions. */
export async function mayWithEntry(
  strapi: Core.Strapi,
  userAbility: unknown,
  action: Action,
  uid: string,
  documentId: string,
): Promise<boolean> {
  const checkers: PermissionCheckers = strapi
    .plugin('content-manager')
    .service('permission-checker');
  const { can } = checkers.create({ userAbility, model: uid });
  const rows: unknown = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, populate: ['createdBy'] });
  const found = z.array(z.unknown()).parse(rows);
  // What is gone is nobody's own any more.
  return (found.length > 0 ? found : [{ locale: ENGLISH }]).every((row) => can[action](row));
}
