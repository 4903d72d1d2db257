import type { Core } from '@strapi/strapi';
import { LOCALES } from '../editing/locales';
import {
  ADMIN_ROLES,
  INTERNAL_FIELDS,
  PUBLISHING_FIELDS,
  READ_ONLY_FIELDS,
  type AdminRole,
  type ContentAction,
  type ContentUid,
} from './admin-roles';
import { adminService, type Permission } from './admin-services';

const OWN_ONLY = ['admin::is-creator'];

function mayUse(action: ContentAction, field: string, mayPublish: boolean): boolean {
  const [attribute = field] = field.split('.');
  if (INTERNAL_FIELDS.includes(attribute)) return false;
  if (action === 'read') return true;
  if (PUBLISHING_FIELDS.includes(attribute) && !mayPublish) return false;
  return !READ_ONLY_FIELDS.includes(attribute);
}

/** What a role may do with one type, in all languages and with all fields that people may use. */
async function permissionFor(
  strapi: Core.Strapi,
  role: AdminRole,
  action: ContentAction,
  subject: ContentUid,
): Promise<Permission[]> {
  const { actionProvider } = adminService(strapi, 'admin::permission');
  const actionId = `plugin::content-manager.explorer.${action}`;
  const registered = actionProvider.get(actionId);
  // Types without drafts cannot be published.
  if (!registered.subjects.includes(subject)) return [];
  const mayPublish = role.content.some(
    ({ actions, types }) => actions.includes('publish') && types.includes(subject),
  );
  const hasLocales = await actionProvider.appliesToProperty('locales', actionId, subject);
  return adminService(strapi, 'admin::content-type')
    .getPermissionsWithNestedFields([{ ...registered, subjects: [subject] }])
    .map((permission) => {
      const fields = permission.properties?.fields;
      return {
        ...permission,
        properties: {
          ...(fields
            ? { fields: fields.filter((field) => mayUse(action, field, mayPublish)) }
            : {}),
          ...(hasLocales ? { locales: LOCALES.map(({ code }) => code) } : {}),
        },
      };
    });
}

async function permissionsOf(strapi: Core.Strapi, role: AdminRole): Promise<Permission[]> {
  const permissions: Permission[] = [
    ...[...role.files, ...role.screens].map((action) => ({ action })),
    ...role.ownFiles.map((action) => ({ action, conditions: OWN_ONLY })),
  ];
  for (const { actions, types, ownOnly } of role.content) {
    for (const action of actions) {
      const conditions = ownOnly ? OWN_ONLY : [];
      for (const type of types) {
        const granted = await permissionFor(strapi, role, action, type);
        permissions.push(...granted.map((permission) => ({ ...permission, conditions })));
      }
    }
  }
  return permissions;
}

async function syncRole(strapi: Core.Strapi, role: AdminRole): Promise<void> {
  const roles = adminService(strapi, 'admin::role');
  const { code, name, description } = role;
  const known = await roles.findOne({ code });
  const { id } = known ?? (await roles.create({ code, name, description }));
  if (known) await roles.update({ id }, { name, description });
  await roles.assignPermissions(id, await permissionsOf(strapi, role));
}

/** Makes the roles of the admin exist with exactly the permissions of the table. */
export async function syncAdminRoles(strapi: Core.Strapi): Promise<void> {
  // One transaction: the first start writes hundreds of rows, each of which would be synced to disk.
  await strapi.db.transaction(async () => {
    for (const role of ADMIN_ROLES) await syncRole(strapi, role);
  });
}
