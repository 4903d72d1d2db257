import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';

/*
 * Questions by which others read what Strapi hid from them, each from an advisory. Here they get
 * no answer to compare: every one is refused, for strangers and for members alike.
 */
const QUESTIONS = {
  'a draft by its status': '/api/cities?status=draft',
  'a draft by a cohort': '/api/cities?publicationFilter=never-published',
  'an administrator’s reset token by `where` (CVE-2026-27886)':
    '/api/cities?where[updatedBy][resetPasswordToken][$startsWith]=a',
  'private fields by `lookup` (CVE-2024-56143)':
    '/api/cities?lookup[updatedBy][password][$startsWith]=$2',
  'private fields by filters (GHSA-jjqf-j4w7-92w8)':
    '/api/cities?filters[createdBy][email][$contains]=@',
  'the owner by filters': '/api/practices?filters[owner][email][$startsWith]=m',
  'the owner by populate': '/api/practices?populate=owner',
  'everything by populate': '/api/practices?populate=*',
  'all text by search': '/api/practices?_q=secret',
  'a crash by a search that is no text': '/api/practices?_q[]=secret',
  'the order of hidden values': '/api/practices?sort=owner.email',
  'hidden fields by name': '/api/practices?fields[0]=reviewerMessage',
  'accounts by search': '/api/users?_q=example.org',
  'reset tokens through a relation (GHSA-v8gg-4mq2-88q4)':
    '/api/users?filters[resetPasswordToken][$startsWith]=a',
};

let cms: RunningCms;
let asMember: { authorization: string };
beforeAll(async () => {
  cms = await boot({ listen: true });
  const member = await createMember(cms.strapi);
  asMember = { authorization: `Bearer ${await memberToken(cms.strapi, member)}` };
});
afterAll(async () => {
  await cms.stop();
});

for (const [what, path] of Object.entries(QUESTIONS)) {
  it(`refuses to tell ${what}`, async () => {
    expect([401, 403]).toContain((await fetch(cms.url + path)).status);
    expect((await fetch(cms.url + path, { headers: asMember })).status).toBe(403);
  });
}

it('refuses to create an account with rights of its own choosing (GHSA-gc7p-j5xm-xxh2)', async () => {
  const before = await cms.strapi.db.query('plugin::users-permissions.user').count();
  const response = await fetch(`${cms.url}/api/auth/local/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      username: 'eve',
      email: 'eve@example.org',
      password: 'a long enough password',
      confirmed: true,
      role: 1,
    }),
  });
  expect(response.status).toBe(400);
  expect(await cms.strapi.db.query('plugin::users-permissions.user').count()).toBe(before);
});

it('refuses to reset a password by a code that is an object (CVE-2019-18818)', async () => {
  const response = await fetch(`${cms.url}/api/auth/reset-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: {}, password: 'x', passwordConfirmation: 'x' }),
  });
  expect(response.status).toBe(400);
});
