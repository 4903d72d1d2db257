import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PRACTICE } from '../documents/support.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember, memberToken } from '../support/member.js';
import { createEntry, lastEvent, mailsOf, readEntry } from './entries.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date();
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

const { askOwners } = compiled('still-alive/ask-owners');

let cms: RunningCms;
let owner: number;
let moderator: string;
beforeAll(async () => {
  cms = await boot({ listen: true });
  owner = await createMember(cms.strapi, 'owner');
  moderator = await signInAs(cms.strapi, cms.url, 'see-moderator');
});
afterAll(async () => {
  await cms.stop();
});

const live = (data: object, documentId: string) =>
  cms.strapi.db
    .query(PRACTICE)
    .updateMany({ where: { documentId, publishedAt: { $notNull: true } }, data });

/** A practice that was accepted so many days ago. */
async function accepted(days: number, over: Record<string, unknown> = {}): Promise<string> {
  const documentId = await createEntry(cms.strapi, owner, 'accepted', { over });
  await live({ publishedAt: inDays(-days) }, documentId);
  return documentId;
}

/** The token in the mail by which the owner of a practice is asked. */
async function tokenFor(documentId: string, now = NOW): Promise<string> {
  const title = `Practice ${documentId}`;
  await live({ title }, documentId);
  const mails = await mailsOf(cms.strapi, () => askOwners(cms.strapi, now));
  const mail = mails.find(({ values }) => values.title === title);
  expect(mail).toMatchObject({ to: 'owner@example.org', template: 'yearlyQuestion' });
  const link = new URL(mail?.values.link ?? '');
  expect(link.pathname).toBe('/members/still-alive');
  return link.searchParams.get('token') ?? '';
}

async function ask(method: string, path: string, body?: object, token?: string) {
  const response = await fetch(cms.url + path, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { data } = z
    .looseObject({ data: z.unknown() })
    .parse(await response.json().catch(() => ({ data: null })));
  return { status: response.status, data };
}

const look = (token: string) => ask('GET', `/api/still-alive?token=${encodeURIComponent(token)}`);
const answer = (token: string, said: string, note?: string) =>
  ask('POST', '/api/still-alive', { token, answer: said, ...(note === undefined ? {} : { note }) });

describe('the question', () => {
  it('is asked once a year of what is live, alive and owned', async () => {
    const old = await accepted(400);
    await accepted(300);
    await accepted(400, { stillAliveCheckedOn: inDays(-30).toISOString().slice(0, 10) });
    await accepted(400, { lifecycle: 'stopped' });
    const taken = await accepted(400);
    await cms.strapi.documents(PRACTICE).unpublish({ documentId: taken });
    const asked = async (now: Date) =>
      (await mailsOf(cms.strapi, () => askOwners(cms.strapi, now))).length;
    expect(await asked(NOW)).toBe(1);
    expect(await asked(NOW)).toBe(0);
    expect(await asked(inDays(364))).toBe(2);
    expect(await asked(inDays(370))).toBe(1);
    expect((await readEntry(cms.strapi, old)).draft?.reviewState).toBe('accepted');
  });

  it('is asked by one of two instances', async () => {
    await accepted(400);
    const mails = await mailsOf(cms.strapi, () =>
      Promise.all([askOwners(cms.strapi, NOW), askOwners(cms.strapi, NOW)]),
    );
    expect(mails).toHaveLength(1);
  });
});

describe('the answer', () => {
  it('changes nothing by looking, and waits for a moderator once it is given', async () => {
    const documentId = await accepted(500);
    const token = await tokenFor(documentId);
    const before = await readEntry(cms.strapi, documentId);
    const title = `Practice ${documentId}`;
    for (let visit = 0; visit < 3; visit += 1) {
      expect(await look(token)).toEqual({
        status: 200,
        data: { title, lifecycle: 'running', answer: null },
      });
    }
    expect((await answer(token, 'stopped', 'The money ended.')).data).toMatchObject({
      answer: 'stopped',
    });
    expect(await readEntry(cms.strapi, documentId)).toEqual(before);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({
      action: 'answerQuestion',
      by: 'member',
      message: 'The money ended.',
    });
    const queue = await ask('GET', '/moderation/queue', undefined, moderator);
    expect(queue.data).toContainEqual(
      expect.objectContaining({ kind: 'answer', type: 'practice', documentId }),
    );
  });

  it('is taken once: the same again changes nothing, another is refused', async () => {
    const token = await tokenFor(await accepted(500));
    const said = await Promise.all(Array.from({ length: 10 }, () => answer(token, 'running')));
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await answer(token, 'stopped')).status).toBe(409);
    expect((await look(token)).data).toMatchObject({ answer: 'running' });
  });

  it('is taken by no link that is forged, changed, too old or of something gone', async () => {
    const documentId = await accepted(500);
    const token = await tokenFor(documentId);
    const [question = '', , signature = ''] = token.split('.');
    const late = `${question}.${inDays(900).getTime()}.${signature}`;
    for (const bad of ['x', `${token}x`, late, `${question}..`, '..']) {
      expect((await look(bad)).status, bad).toBe(404);
      expect((await answer(bad, 'running')).status, bad).toBe(404);
    }
    await cms.strapi.documents(PRACTICE).unpublish({ documentId });
    expect((await answer(token, 'running')).status).toBe(404);
  });

  it('runs out after sixty days', async () => {
    const token = await tokenFor(await accepted(900), inDays(-61));
    expect((await look(token)).status).toBe(404);
    expect((await answer(token, 'running')).status).toBe(404);
  });

  it.each<[string, unknown]>([
    ['no token', { answer: 'running' }],
    ['another answer', { token: 'x.1.y', answer: 'maybe' }],
    ['an unknown key', { token: 'x.1.y', answer: 'running', lifecycle: 'stopped' }],
    ['a long note', { token: 'x.1.y', answer: 'running', note: 'x'.repeat(1001) }],
    ['a list', []],
  ])('is refused with %s', async (_what, body) => {
    expect((await ask('POST', '/api/still-alive', body as object)).status).toBe(400);
  });
});

describe('the home of a member', () => {
  const openSchema = z.array(
    z.object({
      practice: z.object({ documentId: z.string(), title: z.string() }),
      token: z.string(),
      expiresAt: z.string(),
    }),
  );
  async function open(member: number) {
    const token = await memberToken(cms.strapi, member);
    const { status, data } = await ask('GET', '/api/me/yearly-questions', undefined, token);
    expect(status).toBe(200);
    return openSchema.parse(data);
  }

  it('names what is asked, until it is answered, has run out or is off the site', async () => {
    // One after the other: each asks about whatever is due.
    const old = await accepted(900);
    await tokenFor(old, inDays(-61));
    const answered = await accepted(500);
    const token = await tokenFor(answered);
    const gone = await accepted(500);
    await tokenFor(gone);
    const other = await createMember(cms.strapi, 'somebody-else');
    expect(await open(other)).toEqual([]);
    const ofThese = async () =>
      (await open(owner)).filter(({ practice }) =>
        [answered, gone, old].includes(practice.documentId),
      );
    expect(await ofThese()).toHaveLength(2);
    const [first] = await ofThese();
    expect(first).toMatchObject({
      practice: { documentId: answered, title: `Practice ${answered}` },
      token,
    });
    await cms.strapi.documents(PRACTICE).unpublish({ documentId: gone });
    expect(await ofThese()).toHaveLength(1);
    await answer(token, 'running');
    expect(await ofThese()).toEqual([]);
  });
});

describe('a moderator', () => {
  const settle = (id: string, lifecycle: string | null) =>
    ask('POST', `/moderation/answers/${id}`, { lifecycle }, moderator);
  const reviewSchema = z.object({ answers: z.array(z.object({ id: z.string() })) });

  async function answered(
    days: number,
    isEdited = false,
  ): Promise<{ documentId: string; id: string }> {
    const documentId = await accepted(days);
    const token = await tokenFor(documentId);
    await answer(token, 'stopped');
    if (isEdited) {
      await compiled('moderation/change-state').changeState(cms.strapi, {
        uid: PRACTICE,
        documentId,
        action: 'edit',
        by: { kind: 'member', userId: owner },
        data: { title: 'What the member is writing' },
      });
    }
    const { data } = await ask(
      'GET',
      `/moderation/entries/practice/${documentId}`,
      undefined,
      moderator,
    );
    return { documentId, id: reviewSchema.parse(data).answers[0]?.id ?? '' };
  }

  const aliveSchema = z.array(
    z.object({
      lifecycle: z.string(),
      stillAliveCheckedOn: z.string().nullable(),
      title: z.string(),
    }),
  );
  const rows = async (documentId: string) =>
    aliveSchema.parse(
      await cms.strapi.db.query(PRACTICE).findMany({
        where: { documentId },
        orderBy: { publishedAt: 'asc' },
      }),
    );

  it('puts it into the practice, live and working copy, and has it published', async () => {
    const { documentId, id } = await answered(500, true);
    const outbox = cms.strapi.db.query('api::outbox.outbox');
    const before = await outbox.count({ where: { documentId } });
    const { status, data } = await settle(id, 'stopped');
    expect(status).toBe(200);
    expect(data).toMatchObject({ lifecycle: 'stopped', answers: [] });
    const today = new Date().toISOString().slice(0, 10);
    const both = { lifecycle: 'stopped', stillAliveCheckedOn: today };
    const found = await rows(documentId);
    expect(found).toHaveLength(2);
    for (const row of found) expect(row).toMatchObject(both);
    expect(found.map(({ title }) => title).sort()).toEqual([
      `Practice ${documentId}`,
      'What the member is writing',
    ]);
    expect(await outbox.count({ where: { documentId } })).toBe(before + 1);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({ action: 'confirmAnswer' });
    expect((await settle(id, 'running')).status).toBe(409);
  });

  it('can put it aside', async () => {
    const { documentId, id } = await answered(500);
    expect((await settle(id, null)).status).toBe(200);
    expect((await rows(documentId)).map(({ lifecycle }) => lifecycle)).toEqual([
      'running',
      'running',
    ]);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({ action: 'dismissAnswer' });
  });

  it('is refused what is no lifecycle or no answer', async () => {
    const { id } = await answered(500);
    expect((await settle(id, 'alive')).status).toBe(400);
    expect((await settle('nothing', 'running')).status).toBe(404);
  });
});
