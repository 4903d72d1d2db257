import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documents } from '../documents/support.js';
import { createFile } from '../graphql/sample.js';
import { rowId } from '../../src/access/row-id.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signInAs } from '../support/admin-user.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';

const { syncAdminRoles } = compiled('access/sync-admin-roles');

const idsOf = z.array(z.unknown().transform(rowId));

const NEWS = '/content-manager/collection-types/api::news-item.news-item';
const NOTICE = '/content-manager/collection-types/api::notice.notice';
const PRACTICE = '/content-manager/collection-types/api::practice.practice';
const PREVIEW = '/content-manager/preview/url';
const ROLES = ['strapi-editor', 'see-moderator', 'strapi-author'] as const;

let cms: RunningCms;
let member: number;
const tokens = new Map<string, string>();
beforeAll(async () => {
  cms = await boot({ listen: true });
  member = await createMember(cms.strapi);
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

async function publishNews(title: string): Promise<string> {
  const documentId = await createNews(title);
  await cms.strapi.documents('api::news-item.news-item').publish({ documentId, locale: 'en' });
  return documentId;
}

const NEWS_DATA = { title: 'By a role', date: '2026-01-01', summary: 'What happened.' };
const NOTICE_DATA = { kind: 'offered', text: 'Maps to lend.', expiresOn: '2030-01-01' };

async function createNotice(owner?: number): Promise<string> {
  const data = owner === undefined ? NOTICE_DATA : { ...NOTICE_DATA, owner };
  return (await documents(cms.strapi, 'api::notice.notice').create({ data })).documentId;
}

async function deleteNotice(): Promise<string> {
  const documentId = await createNotice();
  await documents(cms.strapi, 'api::notice.notice').delete(documentId);
  return documentId;
}

/** What a member sent in. */
async function submitNotice(): Promise<string> {
  const documentId = await createNotice(member);
  await cms.strapi.db
    .query('api::notice.notice')
    .updateMany({ where: { documentId }, data: { reviewState: 'submitted' } });
  return documentId;
}

type Deed = (code: string) => Promise<{ status: number }>;

/** What is done, and how editor, moderator and author are answered. */
const MATRIX: readonly [string, Deed, number, number, number][] = [
  ['list news', (code) => ask(code, 'GET', NEWS), 200, 200, 200],
  [
    'read news',
    async (code) => ask(code, 'GET', `${NEWS}/${await createNews(code)}`),
    200,
    200,
    200,
  ],
  ['create news', (code) => ask(code, 'POST', NEWS, NEWS_DATA), 201, 403, 201],
  [
    'create and publish news',
    (code) => ask(code, 'POST', `${NEWS}/actions/publish`, NEWS_DATA),
    200,
    403,
    403,
  ],
  [
    'change news',
    async (code) => ask(code, 'PUT', `${NEWS}/${await createNews(code)}`, NEWS_DATA),
    200,
    403,
    403,
  ],
  [
    'publish news',
    async (code) =>
      ask(code, 'POST', `${NEWS}/${await createNews(code)}/actions/publish`, NEWS_DATA),
    200,
    403,
    403,
  ],
  [
    'unpublish news',
    async (code) => ask(code, 'POST', `${NEWS}/${await publishNews(code)}/actions/unpublish`, {}),
    200,
    403,
    403,
  ],
  [
    'discard news',
    async (code) => ask(code, 'POST', `${NEWS}/${await publishNews(code)}/actions/discard`, {}),
    200,
    403,
    403,
  ],
  [
    'publish news in bulk',
    async (code) =>
      ask(code, 'POST', `${NEWS}/actions/bulkPublish`, {
        documentIds: [await createNews(code)],
        locale: 'en',
      }),
    200,
    403,
    403,
  ],
  [
    'delete news',
    async (code) => ask(code, 'DELETE', `${NEWS}/${await createNews(code)}`),
    200,
    403,
    403,
  ],
  [
    'delete news in bulk',
    async (code) =>
      ask(code, 'POST', `${NEWS}/actions/bulkDelete`, { documentIds: [await createNews(code)] }),
    200,
    403,
    403,
  ],
  ['list practices', (code) => ask(code, 'GET', PRACTICE), 200, 200, 200],
  [
    'read a notice',
    async (code) => ask(code, 'GET', `${NOTICE}/${await createNotice()}`),
    200,
    200,
    403,
  ],
  ['create a notice', (code) => ask(code, 'POST', NOTICE, NOTICE_DATA), 201, 201, 201],
  [
    'change a notice',
    async (code) => ask(code, 'PUT', `${NOTICE}/${await createNotice()}`, NOTICE_DATA),
    200,
    200,
    403,
  ],
  [
    'publish a notice that nobody owns',
    async (code) =>
      ask(code, 'POST', `${NOTICE}/${await createNotice()}/actions/publish`, NOTICE_DATA),
    200,
    200,
    403,
  ],
  [
    'publish a draft of a member',
    async (code) =>
      ask(code, 'POST', `${NOTICE}/${await createNotice(member)}/actions/publish`, {}),
    400,
    400,
    403,
  ],
  [
    'publish what a member sent',
    async (code) => ask(code, 'POST', `${NOTICE}/${await submitNotice()}/actions/publish`, {}),
    200,
    200,
    403,
  ],
  [
    'delete a notice',
    async (code) => ask(code, 'DELETE', `${NOTICE}/${await createNotice()}`),
    200,
    403,
    403,
  ],
  ['see the queue', (code) => ask(code, 'GET', '/moderation/queue'), 200, 200, 403],
  ['see reported messages', (code) => ask(code, 'GET', '/moderation/reports'), 200, 200, 403],
  [
    'settle a report that is not there',
    (code) => ask(code, 'POST', '/moderation/reports/none', { reopen: true }),
    404,
    404,
    403,
  ],
  [
    'see the review of an entry',
    async (code) => ask(code, 'GET', `/moderation/entries/notice/${await submitNotice()}`),
    200,
    200,
    403,
  ],
  [
    'accept what a member sent',
    async (code) =>
      ask(code, 'POST', `/moderation/entries/notice/${await submitNotice()}/accept`, {
        version: 1,
      }),
    200,
    200,
    403,
  ],
  [
    'settle an answer',
    (code) => ask(code, 'POST', '/moderation/answers/none', { lifecycle: null }),
    404,
    404,
    403,
  ],
  [
    'see earlier versions of a notice',
    async (code) => ask(code, 'GET', `/revisions/notice/${await createNotice()}`),
    200,
    200,
    403,
  ],
  [
    'see earlier versions of a notice that was deleted',
    async (code) => ask(code, 'GET', `/revisions/notice/${await deleteNotice()}`),
    200,
    200,
    403,
  ],
  [
    'see a notice as readers will',
    async (code) =>
      ask(code, 'GET', `${PREVIEW}/api::notice.notice?documentId=${await createNotice()}`),
    204,
    204,
    403,
  ],
  [
    'copy a notice',
    async (code) => ask(code, 'POST', `${NOTICE}/clone/${await createNotice()}`, NOTICE_DATA),
    200,
    200,
    403,
  ],
  [
    'restore an earlier version of news',
    async (code) =>
      ask(code, 'POST', `/revisions/news-item/${await createNews(code)}/restore`, { revision: 1 }),
    404,
    403,
    403,
  ],
  ['see the state of publishing', (code) => ask(code, 'GET', '/publishing/state'), 200, 200, 200],
  ['publish the site', (code) => ask(code, 'POST', '/publishing/publish'), 503, 403, 403],
  ['roll the site back', (code) => ask(code, 'POST', '/publishing/rollback'), 503, 403, 403],
  ['list files', (code) => ask(code, 'GET', '/upload/files'), 200, 200, 200],
  [
    'delete a file',
    async (code) => ask(code, 'DELETE', `/upload/files/${await createFile(cms.strapi)}`),
    200,
    403,
    403,
  ],
];

/** Nobody but the super admin reaches accounts, roles, tokens and settings. */
const CLOSED: readonly [string, string][] = [
  ['GET', '/admin/users'],
  ['POST', '/admin/users'],
  ['GET', '/admin/roles'],
  ['PUT', '/admin/roles/1/permissions'],
  ['GET', '/admin/api-tokens'],
  ['POST', '/admin/api-tokens'],
  ['GET', '/admin/transfer/tokens'],
  ['GET', '/admin/webhooks'],
  ['POST', '/admin/webhooks'],
  ['GET', '/users-permissions/roles'],
  ['PUT', '/users-permissions/roles/1'],
  ['GET', '/users-permissions/advanced'],
  ['PUT', '/users-permissions/advanced'],
  ['GET', '/users-permissions/providers'],
  ['GET', '/users-permissions/email-templates'],
  ['POST', '/i18n/locales'],
  ['GET', '/content-manager/collection-types/plugin::users-permissions.user'],
  ['POST', '/content-manager/collection-types/plugin::users-permissions.user'],
  ['GET', '/content-manager/collection-types/api::review-event.review-event'],
  ['GET', '/content-manager/collection-types/api::mail-job.mail-job'],
  ['GET', '/content-manager/collection-types/api::outbox.outbox'],
];

describe.each(ROLES)('%s', (code) => {
  it('is answered as the table says', async () => {
    const place = { 'strapi-editor': 2, 'see-moderator': 3, 'strapi-author': 4 } as const;
    const answers: [string, number][] = [];
    for (const [what, deed] of MATRIX) answers.push([what, (await deed(code)).status]);
    expect(answers).toEqual(MATRIX.map((row) => [row[0], row[place[code]]]));
  });

  it('reaches neither accounts nor settings nor what the system keeps', async () => {
    for (const [method, path] of CLOSED) {
      const { status } = await ask(code, method, path, method === 'GET' ? undefined : {});
      expect([method, path, status]).toEqual([method, path, 403]);
    }
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
