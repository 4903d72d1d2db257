import type { Core } from '@strapi/strapi';

export interface Permission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

interface RegisteredAction {
  actionId: string;
  subjects: string[];
}

interface NewAction {
  uid: string;
  section: 'settings';
  category: string;
  displayName: string;
}

interface PermissionsManager {
  ability: { can: (action: string, subject: unknown) => boolean };
  toSubject: (entity: object) => unknown;
}

interface AdminServices {
  'admin::permission': {
    createPermissionsManager: (options: {
      ability: unknown;
      action: string;
      model: string;
    }) => PermissionsManager;
    actionProvider: {
      get: (actionId: string) => RegisteredAction;
      registerMany: (actions: NewAction[]) => Promise<unknown>;
      appliesToProperty: (name: string, actionId: string, subject: string) => Promise<boolean>;
    };
  };
  'admin::content-type': {
    getPermissionsWithNestedFields: (actions: RegisteredAction[]) => Permission[];
  };
  'admin::role': {
    findOne: (where: { code: string }) => Promise<{ id: number } | null>;
    create: (role: object) => Promise<{ id: number }>;
    update: (where: { id: number }, role: object) => Promise<unknown>;
    assignPermissions: (roleId: number, permissions: Permission[]) => Promise<unknown>;
  };
  'admin::api-token': { create: (token: object) => Promise<{ accessKey: string }> };
  'admin::user': { create: (person: object) => Promise<unknown> };
}

/** Strapi ships the services of its admin without types; the tests of the roles check these. */
export function adminService<Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name) {
  return strapi.service(name) as Core.Service & AdminServices[Name];
}
