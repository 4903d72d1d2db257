import type { Core } from '@strapi/strapi';
import { adminService } from '../access/admin-services';
import { rowId } from '../access/row-id';
import { readOrCreateDemoFile, type DemoAccounts } from './demo-file';

const STAFF = [
  { key: 'admin', role: 'strapi-super-admin', firstname: 'Demo', lastname: 'Admin' },
  { key: 'editor', role: 'strapi-editor', firstname: 'Demo', lastname: 'Editor' },
  { key: 'moderator', role: 'see-moderator', firstname: 'Demo', lastname: 'Moderator' },
  { key: 'author', role: 'strapi-author', firstname: 'Demo', lastname: 'Author' },
] as const;

const MEMBER_PROFILES = [
  { displayName: 'Planner in Drama', language: 'el', organisationText: 'Town planning office' },
  { displayName: 'NGO in Alba Iulia', language: 'ro', organisationText: 'Neighbourhood group' },
  { displayName: 'Student in Novi Sad', language: 'srLatn', organisationText: 'University' },
] as const;

/** What is used of the service of members' accounts, which has no types. */
interface Members {
  add(person: object): Promise<unknown>;
}

/** With `SEE_DEMO`, makes the accounts of `accounts.json` exist; without it, does nothing. */
export async function createDemoAccounts(strapi: Core.Strapi): Promise<void> {
  const { demo, dataDir } = strapi.config.get<{ demo: boolean; dataDir: string }>('settings');
  if (!demo) return;
  const accounts = await readOrCreateDemoFile(dataDir);
  for (const person of STAFF) await createStaff(strapi, person, accounts[person.key]);
  await createMembers(strapi, accounts.members);
}

async function createStaff(
  strapi: Core.Strapi,
  { role: code, firstname, lastname }: (typeof STAFF)[number],
  { email, password }: DemoAccounts['admin'],
): Promise<void> {
  if (await strapi.db.query('admin::user').findOne({ where: { email } })) return;
  const role: unknown = await strapi.db.query('admin::role').findOne({ where: { code } });
  if (!role)
    throw new Error(`The demo account ${email} needs the admin role ${code}, which is missing.`);
  await adminService(strapi, 'admin::user').create({
    email,
    password,
    firstname,
    lastname,
    isActive: true,
    registrationToken: null,
    roles: [rowId(role)],
  });
}

async function createMembers(strapi: Core.Strapi, members: DemoAccounts['members']): Promise<void> {
  const users = strapi.db.query('plugin::users-permissions.user');
  const service: Members = strapi.plugin('users-permissions').service('user');
  const role: unknown = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const [index, { email, username, password }] of members.entries()) {
    if (await users.findOne({ where: { email } })) continue;
    await service.add({
      email,
      username,
      password,
      provider: 'local',
      confirmed: true,
      role: rowId(role),
      ...MEMBER_PROFILES[index],
    });
  }
}
