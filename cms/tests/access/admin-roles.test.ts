import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rowId } from '../../src/access/row-id.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signInAs } from '../support/admin-user.js';
import { compiled } from '../support/compiled.js';

const { syncAdminRoles } = compiled('access/sync-admin-roles');

const idsOf = z.array(z.unknown().transform(rowId));

const NEWS = '/content-manager/collection-types/api::news-item.news-item';
const NOTICE = '/content-manager/collection-types/api::notice.notice';
const PRACTICE = '/content-manager/collection-types/api::practice.practice';
const ROLES = ['strapi-editor', 'see-moderator', 'strapi-author'] as const;

let cms: RunningCms;
const tokens = new Map<string, string>();
beforeAll(async () => {
  cms = await boot({ listen: true });
  for (const code of ROLES) tokens.set(code, await signInAs(cms.strapi, cms.url, code));
});
afterAll(async () => {
  await cms.stop();
});

async function ask(code: string, method: string, path: string, body?: object) {
  const response = await fetch(cms.url + path, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(code)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json().catch(() => ({}))) as { data?: { documentId?: string } };
  return { status: response.status, documentId: answer.data?.documentId ?? '' };
}

async function createNews(title: string): Promise<string> {
  const { documentId } = await cms.strapi.documents('api::news-item.news-item').create({
    locale: 'en',
    data: { title, date: '2026-01-01', summary: 'What happened.' },
  });
  return documentId;
}

const NEWS_DATA = { title: 'By a role', date: '2026-01-01', summary: 'What happened.' };

/** What each role is answered: editors write and publish all, the others what the table says. */
const MAY = {
  'strapi-editor': {
    readNews: 200,
    createNews: 201,
    updateNews: 200,
    publishNews: 200,
    seeMembersTypes: 200,
  },
  'see-moderator': {
    readNews: 200,
    createNews: 403,
    updateNews: 403,
    publishNews: 403,
    seeMembersTypes: 200,
  },
  'strapi-author': {
    readNews: 200,
    createNews: 201,
    updateNews: 403,
    publishNews: 403,
    seeMembersTypes: 200,
  },
};

describe.each(ROLES)('%s', (code) => {
  it('is answered as the table says', async () => {
    const news = await createNews(`For ${code}`);
    expect({
      readNews: (await ask(code, 'GET', `${NEWS}/${news}`)).status,
      createNews: (await ask(code, 'POST', NEWS, NEWS_DATA)).status,
      updateNews: (await ask(code, 'PUT', `${NEWS}/${news}`, NEWS_DATA)).status,
      publishNews: (await ask(code, 'POST', `${NEWS}/${news}/actions/publish`, NEWS_DATA)).status,
      seeMembersTypes: (await ask(code, 'GET', PRACTICE)).status,
    }).toEqual(MAY[code]);
  });

  it('reaches neither accounts nor settings', async () => {
    for (const path of [
      '/admin/users',
      '/admin/roles',
      '/admin/api-tokens',
      '/users-permissions/roles',
    ]) {
      expect((await ask(code, 'GET', path)).status, path).toBe(403);
    }
    const members = '/content-manager/collection-types/plugin::users-permissions.user';
    expect((await ask(code, 'GET', members)).status).toBe(403);
  });
});

it('lets an author change a draft of their own, and not publish it', async () => {
  const own = await ask('strapi-author', 'POST', NEWS, NEWS_DATA);
  const path = `${NEWS}/${own.documentId}`;
  const changed = { ...NEWS_DATA, summary: 'What happened next.' };
  expect((await ask('strapi-author', 'PUT', path, changed)).status).toBe(200);
  expect((await ask('strapi-author', 'POST', `${path}/actions/publish`, changed)).status).toBe(403);
});

it('lets nobody publish by the clock who may not publish', async () => {
  const timed = { ...NEWS_DATA, goLiveAt: '2030-01-01T10:00:00.000Z' };
  const stored = async (code: string) => {
    const { documentId } = await ask(code, 'POST', NEWS, timed);
    return cms.strapi.documents('api::news-item.news-item').findOne({ documentId });
  };
  expect((await stored('strapi-editor'))?.goLiveAt).toBeTruthy();
  expect((await stored('strapi-author'))?.goLiveAt).toBeNull();
});

it('lets a moderator change what a member sent, and nobody write what the code keeps', async () => {
  const { documentId } = await cms.strapi.documents('api::notice.notice').create({
    data: { kind: 'offered', text: 'Maps to lend.', expiresOn: '2030-01-01' },
  });
  const path = `${NOTICE}/${documentId}`;
  const before = await cms.strapi.documents('api::notice.notice').findOne({ documentId });
  const forged = { kind: 'wanted', links: { city: ['forged'] }, version: 99 };
  expect((await ask('see-moderator', 'PUT', path, forged)).status).toBe(200);
  const after = await cms.strapi.documents('api::notice.notice').findOne({ documentId });
  expect(after?.kind).toBe('wanted');
  expect(after?.version).toBe(before?.version);
  expect(JSON.stringify(after?.links)).not.toContain('forged');
});

it('comes back to the table, and touches nothing that is already right', async () => {
  const permissions = cms.strapi.db.query('admin::permission');
  const ids = async () => idsOf.parse(await permissions.findMany({})).sort();
  const before = await ids();
  await syncAdminRoles(cms.strapi);
  expect(await ids()).toEqual(before);
  const author: unknown = await cms.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-author' } });
  await permissions.create({
    data: {
      action: 'plugin::content-manager.explorer.publish',
      subject: 'api::news-item.news-item',
      conditions: [],
      role: rowId(author),
    },
  });
  await syncAdminRoles(cms.strapi);
  expect(await ids()).toEqual(before);
});
