import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { adminService } from './admin-services';

const FILE = 'plugin::upload.file';
const UPDATE = 'plugin::upload.assets.update';

type Context = Parameters<Core.ControllerHandler>[0];

const id = z.union([z.number(), z.string()]);
const bodySchema = z.object({
  fileIds: z.array(id).default([]),
  folderIds: z.array(id).length(0).default([]),
});
const stateSchema = z.object({ userAbility: z.unknown() });

/**
 * Whether somebody may change every file that a request names. Strapi asks that of one file, but
 * of many at once only whether there is any file that the person may change.
 */
export async function mayChangeAll(
  ctx: Context,
  _config: unknown,
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> {
  const { userAbility } = stateSchema.parse(ctx.state);
  const manager = adminService(strapi, 'admin::permission').createPermissionsManager({
    ability: userAbility,
    action: UPDATE,
    model: FILE,
  });
  const mayChange = (file: object) => manager.ability.can(UPDATE, manager.toSubject(file));
  // Who may change a file that nobody made may change each, and so whatever a folder holds.
  if (mayChange({})) return true;
  const named = bodySchema.safeParse(ctx.request.body);
  if (!named.success) return false;
  const files: unknown = await strapi.db
    .query(FILE)
    .findMany({ where: { id: { $in: named.data.fileIds } }, populate: ['createdBy'] });
  return z.array(z.looseObject({})).parse(files).every(mayChange);
}
