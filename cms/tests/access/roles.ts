import { signIn, signInAs } from '../support/admin-user.js';
import type { RunningCms } from '../support/boot.js';
import { buildToken } from '../support/graphql.js';
import { createMember, memberToken } from '../support/member.js';

export const ROLES = [
  'anonymous',
  'unconfirmed',
  'blocked',
  'member',
  'other member',
  'author',
  'moderator',
  'editor',
  'build token',
] as const;
export type Role = (typeof ROLES)[number];

export const isStaff = (role: Role) => ['author', 'moderator', 'editor'].includes(role);

/** Signs somebody of a role in, anew each time; nobody for who cannot. */
export type SignIn = () => Promise<string | undefined>;

const USERS = 'plugin::users-permissions.user';

/** One person of each role, who can sign in. */
export async function createRoles(cms: RunningCms): Promise<Record<Role, SignIn>> {
  const { strapi } = cms;
  const member = async (name: string, data: object = {}): Promise<SignIn> => {
    const id = await createMember(strapi, name);
    return async () => {
      const token = await memberToken(strapi, id);
      await strapi.db.query(USERS).update({ where: { id }, data });
      return token;
    };
  };
  const staff = async (code: string): Promise<SignIn> => {
    await signInAs(strapi, cms.url, code);
    return () => signIn(cms.url, code);
  };
  return {
    anonymous: () => Promise.resolve(undefined),
    unconfirmed: await member('unconfirmed', { confirmed: false }),
    blocked: await member('blocked', { blocked: true }),
    member: await member('member'),
    'other member': await member('other'),
    author: await staff('strapi-author'),
    moderator: await staff('see-moderator'),
    editor: await staff('strapi-editor'),
    'build token': () => Promise.resolve(buildToken(cms)),
  };
}
