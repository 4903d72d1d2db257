import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PERMISSIONS, type VisitorRole } from './permissions';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

const roleRow = z.object({
  id: z.number(),
  type: z.string(),
  permissions: z.array(z.object({ id: z.number(), action: z.string() })),
});

type RoleRow = z.infer<typeof roleRow>;

async function readRoles(strapi: Core.Strapi): Promise<RoleRow[]> {
  const rows = await strapi.db.query(ROLE).findMany({ populate: ['permissions'] });
  return z.array(roleRow).parse(rows);
}

function isVisitorRole(type: string): type is VisitorRole {
  return Object.hasOwn(PERMISSIONS, type);
}

/** A role that the table does not know may do nothing. */
function granted(type: string): readonly string[] {
  return isVisitorRole(type) ? PERMISSIONS[type] : [];
}

/** Brings the permissions of all visitors' roles to the table. */
export async function syncVisitorRoles(strapi: Core.Strapi): Promise<void> {
  for (const role of await readRoles(strapi)) {
    const wanted = granted(role.type);
    const held = role.permissions.map(({ action }) => action);
    const surplus = role.permissions.filter(
      ({ action }, index) => !wanted.includes(action) || held.indexOf(action) !== index,
    );
    if (surplus.length > 0) {
      const ids = surplus.map(({ id }) => id);
      await strapi.db.query(PERMISSION).deleteMany({ where: { id: { $in: ids } } });
    }
    for (const action of wanted.filter((name) => !held.includes(name))) {
      await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    }
  }
}

/** @returns a sentence for each permission in the database that differs from the table. */
export async function findVisitorRoleDrift(strapi: Core.Strapi): Promise<string[]> {
  const roles = await readRoles(strapi);
  const missing = Object.keys(PERMISSIONS).filter((type) => !roles.some((r) => r.type === type));
  return [
    ...missing.map((type) => `The role "${type}" is missing.`),
    ...roles.flatMap((role) => {
      const wanted = granted(role.type);
      const held = role.permissions.map(({ action }) => action);
      return [
        ...held
          .filter((action) => !wanted.includes(action))
          .map((action) => `The role "${role.type}" may do ${action}, which the table denies.`),
        ...wanted
          .filter((action) => !held.includes(action))
          .map((action) => `The role "${role.type}" may not do ${action}, which the table grants.`),
      ];
    }),
  ];
}
