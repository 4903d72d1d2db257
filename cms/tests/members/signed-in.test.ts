import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';

const USERS = 'plugin::users-permissions.user';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

let made = 0;
async function makeMember() {
  const id = await createMember(cms.strapi, `member-${(made += 1)}`);
  return { id, token: await memberToken(cms.strapi, id) };
}

function readAs(authorization?: string): Promise<Response> {
  return fetch(`${cms.url}/api/me`, { headers: authorization ? { authorization } : {} });
}

it('answers a member with the own account, which nothing between may keep', async () => {
  const { token } = await makeMember();
  const response = await readAs(`Bearer ${token}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ data: { email: `member-${made}@example.org` } });
});

it.each([
  ['nobody', undefined],
  ['a token that is none', 'Bearer x.y.z'],
  ['half a header', 'Bearer'],
  ['another way to sign in', 'Basic bWVtYmVyOnNlY3JldA=='],
])('answers %s with 401', async (_, authorization) => {
  expect((await readAs(authorization)).status).toBe(401);
});

it('refuses the token of the build', async () => {
  expect((await readAs(`Bearer ${cms.env.SEE_BUILD_TOKEN}`)).status).toBe(403);
});

it.each([
  ['unconfirmed', { confirmed: false }],
  ['blocked', { blocked: true }],
])('answers an account that is %s with 401 at once', async (_, data) => {
  const { id, token } = await makeMember();
  await cms.strapi.db.query(USERS).update({ where: { id }, data });
  expect((await readAs(`Bearer ${token}`)).status).toBe(401);
});

it('answers an account that is gone with 401', async () => {
  const { id, token } = await makeMember();
  await cms.strapi.db.query(USERS).delete({ where: { id } });
  expect((await readAs(`Bearer ${token}`)).status).toBe(401);
});

it('takes no token whose session was ended', async () => {
  const { id, token } = await makeMember();
  expect((await readAs(`Bearer ${token}`)).status).toBe(200);
  await cms.strapi.sessionManager('users-permissions').invalidateRefreshToken(String(id));
  expect((await readAs(`Bearer ${token}`)).status).toBe(401);
});
