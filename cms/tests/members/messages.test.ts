import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createEntry } from '../moderation/entries.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signIn, type Ask } from './asking.js';

let cms: RunningCms;
let author: { id: number; ask: Ask };
let practice: string;
let closed: string;
beforeAll(async () => {
  cms = await boot({ listen: true });
  author = await signIn(cms, 'author');
  const refOf = async (over: Record<string, unknown>) => {
    const documentId = await createEntry(cms.strapi, author.id, 'accepted', { over });
    const answer = await author.ask('GET', `/practices/${documentId}`);
    return z.object({ ref: z.string() }).parse(answer.body.data).ref;
  };
  practice = await refOf({ contactable: true });
  closed = await refOf({ contactable: false });
});
afterAll(async () => {
  await cms.stop();
});

const threadSchema = z.looseObject({
  id: z.string(),
  mayReply: z.boolean(),
  messages: z.array(
    z.object({ isMine: z.boolean(), isNew: z.boolean(), text: z.string(), at: z.string() }),
  ),
});
const readThread = (body: { data?: unknown }) => threadSchema.parse(body.data);
const write = (ask: Ask, text: string, to = practice) =>
  ask('POST', '/messages', { body: { practice: to, text } });

async function mails(to: string) {
  const rows: unknown = await cms.strapi.db
    .query('api::mail-job.mail-job')
    .findMany({ where: { to, template: { $startsWith: 'message' } } });
  return z.array(z.looseObject({ template: z.string(), values: z.unknown() })).parse(rows);
}

it('relays messages and answers, and shows no side an address', async () => {
  const reader = await signIn(cms, 'reader');
  const sent = await write(reader.ask, 'How did you begin?');
  expect(sent.status).toBe(201);
  const { id } = readThread(sent.body);
  const list = await author.ask('GET', '/messages');
  expect(list.body.data).toMatchObject([{ id, messages: [{ isMine: false }] }]);
  const reply = await author.ask('POST', `/messages/${id}/reply`, { body: { text: 'Small.' } });
  expect(readThread(reply.body).messages.map(({ isMine }) => isMine)).toEqual([false, true]);
  const theirs = await reader.ask('GET', '/messages');
  expect(JSON.stringify([list.body, theirs.body])).not.toMatch(/@|example/);
  const [received] = await mails('author@example.org');
  const [answered] = await mails('reader@example.org');
  expect([received?.template, answered?.template]).toEqual(['messageReceived', 'messageReply']);
  expect(JSON.stringify(received?.values)).not.toContain('reader@example.org');
  expect(JSON.stringify(received?.values)).toContain('/members/reply?token=');
});

it('ends with a report, which neither side can write past', async () => {
  const pest = await signIn(cms, 'pest');
  const { id } = readThread((await write(pest.ask, 'Buy this.')).body);
  const reported = await author.ask('POST', `/messages/${id}/report`, { body: {} });
  expect(reported.body.data).toMatchObject({ isReported: true, mayReply: false });
  for (const { ask } of [pest, author]) {
    const reply = await ask('POST', `/messages/${id}/reply`, { body: { text: 'More.' } });
    expect(reply.status).toBe(409);
  }
  const settle = async (reopen: boolean) => {
    const answer = await fetch(`${cms.url}/moderation/reports/${id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${moderator}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reopen }),
    });
    return answer.status;
  };
  const moderator = await signInAs(cms.strapi, cms.url, 'see-moderator');
  expect(await settle(true)).toBe(200);
  expect(await settle(true)).toBe(409);
  const again = await author.ask('POST', `/messages/${id}/reply`, { body: { text: 'Well then.' } });
  expect(again.status).toBe(201);
  await author.ask('POST', `/messages/${id}/report`, { body: {} });
  expect(await settle(false)).toBe(200);
  const closed = await author.ask('POST', `/messages/${id}/reply`, { body: { text: 'More.' } });
  expect(closed.status).toBe(409);
});

it('is for the two alone', async () => {
  const one = await signIn(cms, 'one');
  const stranger = await signIn(cms, 'stranger');
  const { id } = readThread((await write(one.ask, 'Hello.')).body);
  for (const action of ['reply', 'report']) {
    const body = action === 'reply' ? { text: 'Hello.' } : {};
    expect((await stranger.ask('POST', `/messages/${id}/${action}`, { body })).status).toBe(404);
  }
  expect((await stranger.ask('GET', '/messages')).body.data).toEqual([]);
});

it('reaches nobody who does not want it, and takes no bad text', async () => {
  const { ask } = await signIn(cms, 'asker');
  for (const to of [closed, 'SEE-P-999', 'x', '']) {
    const refused = await write(ask, 'Hello.', to);
    expect([refused.status, refused.faults]).toEqual([400, ['practice']]);
  }
  expect((await write(author.ask, 'To myself.')).faults).toEqual(['practice']);
  for (const text of ['', '  ', 'x'.repeat(4001), 7]) {
    const refused = await ask('POST', '/messages', { body: { practice, text } });
    expect([refused.status, refused.faults]).toEqual([400, ['text']]);
  }
});

it('takes five a day, however they are sent', async () => {
  const { ask } = await signIn(cms, 'chatty');
  const sent = await Promise.all(Array.from({ length: 8 }, () => write(ask, 'Hello.')));
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(5);
  const refused = sent.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(3);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(80_000);
});

it('counts what a member has not seen, up to what the member has seen', async () => {
  const asker = await signIn(cms, 'curious');
  const { ask } = await signIn(cms, 'busy');
  const unread = async (of: Ask) => (await of('GET', '/messages/unread')).body.data;
  expect(await unread(ask)).toEqual({ count: 0 });
  const before = z.object({ count: z.number() }).parse(await unread(author.ask)).count;
  const { id } = readThread((await write(asker.ask, 'One.')).body);
  await asker.ask('POST', `/messages/${id}/reply`, { body: { text: 'Two.' } });
  expect(await unread(author.ask)).toEqual({ count: before + 2 });
  expect(await unread(asker.ask)).toEqual({ count: 0 });

  const list = await author.ask('GET', '/messages');
  const thread = z
    .array(threadSchema)
    .parse(list.body.data)
    .find((each) => each.id === id);
  const [one, two] = thread?.messages ?? [];
  const seen = (until: unknown, of = author.ask) =>
    of('POST', `/messages/${id}/seen`, { body: { until } });
  const half = await seen(one?.at);
  expect(half.body.data).toMatchObject({ unread: 1 });
  expect(readThread(half.body).messages.map(({ isNew }) => isNew)).toEqual([false, true]);
  expect((await seen('0000-01-01T00:00:00Z')).body.data).toMatchObject({ unread: 1 });
  expect((await seen(two?.at)).body.data).toMatchObject({ unread: 0 });
  expect(await unread(author.ask)).toEqual({ count: before });
  await asker.ask('POST', `/messages/${id}/reply`, { body: { text: 'Three.' } });
  expect((await seen(one?.at)).body.data).toMatchObject({ unread: 1 });
  for (const until of ['', 'x', 7, null, '2026-13-01T00:00:00Z']) {
    const refused = await seen(until);
    expect([refused.status, refused.faults]).toEqual([400, ['until']]);
  }
  expect((await seen(two?.at, ask)).status).toBe(404);

  // Who answers has read; who reports waits for nothing more.
  await author.ask('POST', `/messages/${id}/reply`, { body: { text: 'Four.' } });
  expect(await unread(author.ask)).toEqual({ count: before });
  expect(await unread(asker.ask)).toEqual({ count: 1 });
  await asker.ask('POST', `/messages/${id}/report`, { body: {} });
  expect(await unread(asker.ask)).toEqual({ count: 0 });
});
