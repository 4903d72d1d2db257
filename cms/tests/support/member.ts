import type { Core } from '@strapi/strapi';
import { rowId } from '../../src/access/row-id.js';

/** A confirmed account of the members' section. */
export async function createMember(strapi: Core.Strapi, name = 'member'): Promise<number> {
  const role: unknown = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const member: unknown = await strapi.db.query('plugin::users-permissions.user').create({
    data: {
      username: name,
      email: `${name}@example.org`,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: rowId(role),
    },
  });
  return rowId(member);
}

/** The access token that signing in would answer. */
export async function memberToken(strapi: Core.Strapi, userId: number): Promise<string> {
  const sessions = strapi.sessionManager('users-permissions');
  const refresh = await sessions.generateRefreshToken(String(userId), undefined, {
    type: 'refresh',
  });
  const access = await sessions.generateAccessToken(refresh.token);
  if ('error' in access) throw new Error(`No access token was given: ${access.error}.`);
  return access.token;
}
