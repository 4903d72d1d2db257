import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { cityData, CITY, documents } from '../documents/support.js';
import { signIn } from '../members/asking.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { askAsPublisher, changesSchema, startFakePublisher } from '../support/publisher.js';
import { compiled } from '../support/compiled.js';

const SECRET = 'a-word-between-the-cms-and-the-publisher-0123456789';
const STATUS: Record<string, unknown> = {
  state: 'idle',
  release: 'r1',
  lastError: null,
  heldBack: [],
};
const ROLES = ['strapi-editor', 'see-moderator', 'strapi-author'] as const;

const { runSchedule } = compiled('schedule/run-schedule');

let isPublisherUp = true;
let status = STATUS;
let cms: RunningCms;
let publisher: Awaited<ReturnType<typeof startFakePublisher>>;
const tokens = new Map<string, string>();
beforeAll(async () => {
  publisher = await startFakePublisher(SECRET, (path) => {
    if (!isPublisherUp) return { status: 500, body: { error: 'There is no earlier release.' } };
    return path === '/status' ? { status: 200, body: status } : { status: 202 };
  });
  const env = { PUBLISHER_URL: publisher.url, SEE_PUBLISH_SECRET: SECRET };
  cms = await boot({ listen: true, env });
  for (const role of ROLES) tokens.set(role, await signInAs(cms.strapi, cms.url, role));
});
afterAll(async () => {
  await cms.stop();
  await publisher.stop();
});

async function ask(role: string, method: string, path: string) {
  const response = await fetch(`${cms.url}/publishing${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(role)}` },
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

async function city(over: Record<string, unknown> = {}): Promise<string> {
  const data = cityData(over);
  return (await documents(cms.strapi, CITY).create({ locale: 'en', data })).documentId;
}

async function release(name: string): Promise<void> {
  const { body } = await askAsPublisher(cms, 'GET', '/api/publishing/changes');
  const sequences = changesSchema.parse(body.data).map(({ sequence }) => sequence);
  const at = '2026-03-01T12:04:00.000Z';
  const done = { sequences, release: name, at };
  await askAsPublisher(cms, 'POST', '/api/publishing/changes/done', done);
}

async function refOf(documentId: string): Promise<string> {
  const row: unknown = await cms.strapi.db.query(CITY).findOne({ where: { documentId } });
  return z.object({ ref: z.string() }).parse(row).ref;
}

const entryState = async (documentId: string) =>
  (await ask('strapi-author', 'GET', `/entry/city/${documentId}`)).body;

it('shows a member the page of an own draft, and of nobody else’s', async () => {
  const [writer, reader] = [await signIn(cms, 'writer'), await signIn(cms, 'reader')];
  const draft = { body: { data: { title: 'A square' } } };
  const { documentId } = (await writer.ask('POST', '/practices', draft)).entry();
  const path = `/practices/${documentId}/preview`;
  expect((await reader.ask('GET', path)).status).toBe(404);
  expect((await writer.ask('GET', `${path}?locale=tlh`)).faults).toEqual(['locale']);
  const { body } = await writer.ask('GET', `${path}?locale=el`);
  const { pathname, search } = new URL(z.object({ url: z.url() }).parse(body.data).url);
  expect((await fetch(cms.url + pathname + search)).status).toBe(200);
  expect(publisher.notices.at(-1)).toEqual({
    path: '/preview',
    body: JSON.stringify({ type: 'practice', documentId, locale: 'el' }),
    isSigned: true,
  });
  const anothers = search.replace(documentId, documentId.replace(/^./, 'z'));
  expect((await fetch(cms.url + pathname + anothers)).status).toBe(403);
});

it('tells everybody who works here what waits and what the last releases brought', async () => {
  const first = await city({ name: 'Drama' });
  await documents(cms.strapi, CITY).publish(first, { locale: 'en' });
  await release('r1');
  const second = await city({ name: 'Kavala' });
  await documents(cms.strapi, CITY).publish(second, { locale: 'en' });
  const { status, body } = await ask('strapi-author', 'GET', '/state');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: {
      publisher: { status: STATUS, message: null },
      queue: { length: 1, oldestAt: expect.any(String) as string },
      faults: [],
      releases: [
        { release: 'r1', count: 1, changes: [{ title: 'Drama', change: 'publish', by: 'system' }] },
      ],
    },
  });
});

it('tells of an entry since when it is live, and that a change waits', async () => {
  const documentId = await city();
  const none = {
    liveSince: null,
    page: null,
    waiting: null,
    isHeldBack: false,
    fault: null,
    problem: null,
  };
  expect(await entryState(documentId)).toEqual({ data: none });
  await documents(cms.strapi, CITY).publish(documentId, { locale: 'en' });
  expect(await entryState(documentId)).toMatchObject({
    data: { liveSince: null, waiting: expect.any(String) as string },
  });
  await release('r2');
  const page = expect.stringMatching(/\/cities\/[a-z0-9-]+$/) as string;
  const live = { ...none, liveSince: '2026-03-01T12:04:00.000Z', page };
  expect(await entryState(documentId)).toEqual({ data: live });
  await documents(cms.strapi, CITY).unpublish(documentId, { locale: 'en' });
  await release('r3');
  expect(await entryState(documentId)).toEqual({ data: none });
  expect((await ask('strapi-author', 'GET', `/entry/user/${documentId}`)).status).toBe(404);
});

it('tells of an entry that its page or the whole site is held back', async () => {
  const documentId = await city({ name: 'Volos' });
  await documents(cms.strapi, CITY).publish(documentId, { locale: 'en' });
  await release('r5');
  const ref = await refOf(documentId);
  const at = '2026-03-01T12:05:00.000Z';
  const lastError = { message: 'The page says nothing.', entry: ref, at };
  status = { ...STATUS, state: 'failed', lastError };
  const fault = { message: lastError.message, at };
  expect(await entryState(documentId)).toMatchObject({ data: { fault, isHeldBack: false } });
  const other = await city({ name: 'Larissa' });
  const heldBack = [
    { message: 'It names nobody.', entry: await refOf(other), at },
    { ...lastError, message: 'The page says nothing at all.' },
  ];
  status = { ...STATUS, state: 'failed', lastError, heldBack };
  expect((await ask('strapi-author', 'GET', '/state')).body).toMatchObject({
    data: {
      faults: [
        { type: 'city', documentId: other, title: 'Larissa' },
        { type: 'city', documentId, title: 'Volos' },
      ],
    },
  });
  expect(await entryState(other)).toMatchObject({
    data: { fault: { message: 'It names nobody.', at } },
  });
  status = { ...STATUS, state: 'pinned', release: 'r6', shows: 'r4' };
  expect(await entryState(documentId)).toMatchObject({ data: { fault: null, isHeldBack: true } });
  status = { ...STATUS, state: 'pinned', release: 'r5' };
  expect(await entryState(documentId)).toMatchObject({ data: { isHeldBack: false } });
  status = STATUS;
});

it('leads to the page of the language that is being edited', async () => {
  const documentId = await city({ name: 'Serres' });
  await documents(cms.strapi, CITY).publish(documentId, { locale: 'en' });
  await release('r7');
  const { body } = await ask('strapi-author', 'GET', `/entry/city/${documentId}?locale=sr-Latn`);
  const page = expect.stringMatching(/^http:\/\/[^/]+\/sr\/cities\/serres$/) as string;
  expect(body).toMatchObject({ data: { page } });
});

it('tells of an entry why it could not be published at its time', async () => {
  const documentId = await city({ goLiveAt: '2026-01-01T00:00:00Z', summary: null });
  await runSchedule(cms.strapi);
  const state = z
    .object({ data: z.object({ problem: z.object({ change: z.string(), message: z.string() }) }) })
    .parse(await entryState(documentId));
  expect(state.data.problem.change).toBe('publish');
  expect(state.data.problem.message).not.toContain('errors');
});

it('lets editors publish, roll back and resume, and nobody else', async () => {
  for (const action of ['publish', 'rollback', 'resume']) {
    const before = publisher.notices.length;
    expect((await ask('see-moderator', 'POST', `/${action}`)).status).toBe(403);
    expect((await ask('strapi-author', 'POST', `/${action}`)).status).toBe(403);
    expect(publisher.notices).toHaveLength(before);
    expect((await ask('strapi-editor', 'POST', `/${action}`)).status).toBe(202);
    expect(publisher.notices.slice(before)).toEqual([
      { path: `/${action}`, body: '{}', isSigned: true },
    ]);
  }
});

it('says so when the publisher does not answer', async () => {
  isPublisherUp = false;
  expect(await ask('strapi-editor', 'POST', '/rollback')).toMatchObject({
    status: 503,
    body: { error: { message: 'There is no earlier release.' } },
  });
  await publisher.stop();
  const { status, body } = await ask('strapi-editor', 'POST', '/publish');
  expect(status).toBe(503);
  expect(body).toMatchObject({ error: { message: 'The publisher does not answer.' } });
  expect((await ask('strapi-editor', 'GET', '/state')).body).toMatchObject({
    data: { publisher: { status: null, message: 'The publisher does not answer.' } },
  });
});
