import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createEntry, mailsOf } from '../moderation/entries.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { askingAt, signIn, type Ask } from './asking.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const THREAD = 'api::message-thread.message-thread';
const USER = 'plugin::users-permissions.user';

const { signToken } = compiled('requests/signed-token');

let cms: RunningCms;
let author: { id: number; ask: Ask };
let practice: string;
let reply: Ask;
beforeAll(async () => {
  cms = await boot({ listen: true });
  author = await signIn(cms, 'author');
  const over = { contactable: true };
  const documentId = await createEntry(cms.strapi, author.id, 'accepted', { over });
  const answer = await author.ask('GET', `/practices/${documentId}`);
  practice = z.object({ ref: z.string() }).parse(answer.body.data).ref;
  reply = askingAt(cms, '/api/reply');
});
afterAll(async () => {
  await cms.stop();
});

const threadSchema = z.looseObject({
  id: z.string(),
  with: z.string().nullable(),
  isReported: z.boolean(),
  mayReply: z.boolean(),
  messages: z.array(z.object({ isMine: z.boolean(), text: z.string(), at: z.string() })),
});
const memberSchema = z.object({ id: z.number(), documentId: z.string(), email: z.string() });
const threadOf = ({ body }: { body: { data?: unknown } }) => threadSchema.parse(body.data);

/** The token of the one mail to somebody that was queued while something was done. */
async function tokenTo(name: string, work: () => Promise<unknown>): Promise<string> {
  const mails = await mailsOf(cms.strapi, work);
  const [mail, ...others] = mails.filter(({ to }) => to === `${name}@example.org`);
  expect(others).toEqual([]);
  expect(JSON.stringify(mails.map(({ values }) => values))).not.toContain('@example.org');
  const link = new URL(mail?.values.link ?? '');
  expect(link.pathname).toBe('/members/reply');
  return link.searchParams.get('token') ?? '';
}

/** A member who has written to the author, and what the author was mailed. */
async function written(name: string) {
  const { id, ask } = await signIn(cms, name);
  const token = await tokenTo('author', () =>
    ask('POST', '/messages', { body: { practice, text: `It is ${name}.` } }),
  );
  return { id, ask, token, thread: token.split('-')[0] ?? '' };
}

const read = (token: unknown) => reply('POST', '/read', { body: { token } });
const answer = (token: string, text = 'Gladly.', headers = {}) =>
  reply('POST', '', { body: { token, text }, headers });
const report = (token: string) => reply('POST', '/report', { body: { token } });

async function expectDead(token: string): Promise<void> {
  const bodies = [];
  for (const ask of [read, answer, report]) {
    const { status, body } = await ask(token);
    expect(status, token).toBe(404);
    bodies.push(body.error?.message);
  }
  expect(new Set(bodies)).toEqual(
    new Set([
      'This link has run out, is not complete, or leads to an exchange that has ended. Sign in to see your messages.',
    ]),
  );
}

/** The budget of the author is used up by no other test. */
const forgetSent = () =>
  cms.strapi.db.query('api::message.message').updateMany({
    where: { sender: author.id },
    data: { at: new Date(Date.now() - 2 * DAY_MS) },
  });

describe('a mailed link', () => {
  it('lets both sides read and answer without signing in, and shows no address', async () => {
    const reader = await written('reader');
    const before = threadOf(await read(reader.token));
    expect(before).toMatchObject({ mayReply: true, messages: [{ isMine: false }] });
    expect(threadOf(await read(reader.token))).toEqual(before);
    const theirs = await tokenTo('reader', async () => {
      const sent = await answer(reader.token);
      expect(sent.status).toBe(201);
      expect(threadOf(sent).messages.map(({ isMine }) => isMine)).toEqual([false, true]);
    });
    const seen = await read(theirs);
    expect(threadOf(seen).messages.map(({ isMine }) => isMine)).toEqual([true, false]);
    expect(JSON.stringify(seen.body)).not.toMatch(/@|example/);
    const again = await tokenTo('author', () => answer(theirs, 'Thank you.'));
    expect(threadOf(await read(again)).messages).toHaveLength(3);
    expect(threadOf(await read(reader.token)).messages).toHaveLength(3);
    await forgetSent();
  });

  it('is open to the one it was mailed to, in the one exchange', async () => {
    const one = await written('one');
    const two = await written('two');
    const [, rest = ''] = one.token.split('-');
    const expires = one.token.split('.')[1] ?? '';
    const signature = one.token.split('.')[2] ?? '';
    const forged = [
      'x',
      '..',
      '...',
      `${one.token}x`,
      `${one.token}.x`,
      `${two.thread}-${rest}`,
      `${one.thread}-${one.id}.${expires}.${signature}`,
      `${one.thread}-${author.id}.${Number(expires) + DAY_MS}.${signature}`,
      `${one.thread}-${author.id}..`,
    ];
    for (const token of forged) await expectDead(token);
    // Signed by us, and about something else: a question, a stranger, a thread of nobody.
    const inAWeek = new Date(Date.now() + 7 * DAY_MS);
    const subject = `${one.thread}-${author.id}`;
    await expectDead(signToken(cms.strapi, 'yearly question', subject, inAWeek));
    for (const other of [`${one.thread}-${two.id}`, `nothing-${author.id}`, 'x', '']) {
      await expectDead(signToken(cms.strapi, 'reply to a message', other, inAWeek));
    }
  });

  it('runs out after thirty days', async () => {
    const { token, thread } = await written('late');
    const lasts = Number(token.split('.')[1]) - Date.now();
    expect(Math.round(lasts / DAY_MS)).toBe(30);
    const past = new Date(Date.now() - 1000);
    const old = signToken(cms.strapi, 'reply to a message', `${thread}-${author.id}`, past);
    await expectDead(old);
  });

  it('ends with a report, by link or page, and opens again with a moderator', async () => {
    const { ask, token, thread } = await written('pest');
    const theirs = await tokenTo('pest', () => answer(token));
    const reported = await report(token);
    expect(reported.status).toBe(200);
    expect(threadOf(reported)).toMatchObject({ isReported: true, mayReply: false });
    await expectDead(token);
    await expectDead(theirs);
    expect((await ask('POST', `/messages/${thread}/reply`, { body: { text: 'x' } })).status).toBe(
      409,
    );
    const row = { where: { documentId: thread } };
    expect(await cms.strapi.db.query(THREAD).findOne(row)).toMatchObject({ reportedBy: 'author' });
    await compiled('moderation/reported-threads').settleReport(cms.strapi, thread, true);
    expect((await read(token)).status).toBe(200);
    await forgetSent();
  });

  it.each(['blocked', 'unconfirmed'])('ends when one side is %s', async (state) => {
    const { id, token } = await written(state);
    const theirs = await tokenTo(state, () => answer(token));
    const put = (isUsable: boolean) =>
      cms.strapi.db.query(USER).update({
        where: { id },
        data: state === 'blocked' ? { blocked: !isUsable } : { confirmed: isUsable },
      });
    await put(false);
    await expectDead(token);
    await expectDead(theirs);
    await put(true);
    expect((await read(token)).status).toBe(200);
    await forgetSent();
  });

  it('ends when one side is erased', async () => {
    const { id, token } = await written('leaver');
    const row: unknown = await cms.strapi.db.query(USER).findOne({ where: { id } });
    const member = memberSchema.parse(row);
    await compiled('privacy/erase-member').eraseMember(cms.strapi, member, 'keep');
    await expectDead(token);
  });
});

describe('an answer by link', () => {
  it('counts among the five of a day, however they are sent', async () => {
    const { token, thread } = await written('chatty');
    const signedIn = await author.ask('POST', `/messages/${thread}/reply`, { body: { text: 'x' } });
    expect(signedIn.status).toBe(201);
    const sent = await Promise.all(Array.from({ length: 7 }, () => answer(token)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(4);
    const refused = sent.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(3);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(80_000);
    expect((await read(token)).status).toBe(200);
    await forgetSent();
  });

  it('is given once for one key', async () => {
    const { token } = await written('twice');
    const headers = { 'idempotency-key': 'one-answer' };
    const sent = await Promise.all([1, 2].map(() => answer(token, 'Once.', headers)));
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    expect(threadOf(await read(token)).messages).toHaveLength(2);
    expect((await answer(token, 'Another.', headers)).status).toBe(422);
    await forgetSent();
  });

  it('is refused with bad input, and from pages of others', async () => {
    const { token } = await written('careful');
    for (const text of ['', '  ', 'x'.repeat(4001), 7, null, undefined]) {
      const refused = await reply('POST', '', { body: { token, text } });
      expect([refused.status, refused.faults]).toEqual([400, ['text']]);
    }
    for (const bad of ['', 'x'.repeat(301), 7, null, ['x'], {}]) {
      const refused = await read(bad);
      expect([refused.status, refused.faults[0]]).toEqual([400, 'token']);
    }
    for (const body of [[], 'x', null, { token, text: 'x', from: 'writer' }]) {
      expect((await reply('POST', '', { body })).status).toBe(400);
    }
    const headers = { origin: 'https://evil.example' };
    expect((await answer(token, 'x', headers)).status).toBe(403);
    expect((await answer(token, 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect(threadOf(await read(token)).messages).toHaveLength(1);
  });
});
