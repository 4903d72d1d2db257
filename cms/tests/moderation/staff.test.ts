import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REVIEW_STATES, type ReviewAction } from '../../src/moderation/review-states.js';
import { documents, NOTICE, PRACTICE } from '../documents/support.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { CONTRACT } from './contract.js';
import { createEntry, lastEvent, mailsOf, readEntry } from './entries.js';

const ROLES = ['strapi-super-admin', 'strapi-editor', 'see-moderator', 'strapi-author'] as const;
type Role = (typeof ROLES)[number];

const ADDRESSES: Readonly<Record<string, ReviewAction>> = {
  accept: 'accept',
  'ask-for-changes': 'askForChanges',
  decline: 'decline',
  reopen: 'reopen',
  unpublish: 'unpublish',
  correct: 'correct',
  keep: 'keep',
};

const CM = `/content-manager/collection-types/${PRACTICE}`;

let cms: RunningCms;
let owner: number;
const tokens = new Map<Role | 'nobody', string>();
beforeAll(async () => {
  cms = await boot({ listen: true });
  owner = await createMember(cms.strapi, 'owner');
  for (const role of ROLES) tokens.set(role, await signInAs(cms.strapi, cms.url, role));
});
afterAll(async () => {
  await cms.stop();
});

const bodySchema = z.looseObject({
  data: z.unknown().optional(),
  meta: z.unknown().optional(),
  error: z
    .looseObject({
      message: z.string(),
      details: z
        .looseObject({
          errors: z
            .array(z.looseObject({ path: z.array(z.unknown()), message: z.string() }))
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

async function ask(role: Role | 'nobody', method: string, path: string, body?: object) {
  const token = tokens.get(role);
  const response = await fetch(cms.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = bodySchema.parse(await response.json().catch(() => ({})));
  return {
    status: response.status,
    ...answer,
    paths: answer.error?.details?.errors?.map(({ path }) => path.join('.')),
  };
}

const entryPath = (documentId: string, type = 'practice') =>
  `/moderation/entries/${type}/${documentId}`;
const submitted = () => createEntry(cms.strapi, owner, 'submitted');

describe.each(REVIEW_STATES)('an entry that is %s', (state) => {
  it.each(['strapi-editor', 'see-moderator', 'strapi-author', 'nobody'] as const)(
    'is answered by %s as the table says',
    async (role) => {
      for (const [address, action] of Object.entries(ADDRESSES)) {
        const documentId = await createEntry(cms.strapi, owner, state);
        const before = await readEntry(cms.strapi, documentId);
        const given = { version: before.draft?.version, message: 'Because.' };
        const { status } = await ask(role, 'POST', `${entryPath(documentId)}/${address}`, given);
        const after = await readEntry(cms.strapi, documentId);
        const to = CONTRACT[state].editor[action];
        const refusal = { 'strapi-author': 403, nobody: 401 }[role as string];
        const expected = refusal ?? (to === undefined ? 409 : 200);
        expect(status, `${role} ${action}`).toBe(expected);
        if (expected === 200) expect(after.draft?.reviewState).toBe(to);
        else expect(after).toEqual(before);
      }
    },
  );
});

describe('the queue', () => {
  const itemsSchema = z.array(
    z.looseObject({
      documentId: z.string(),
      kind: z.string(),
      type: z.string(),
      language: z.string().nullable(),
      since: z.string(),
    }),
  );

  it('lists what waits, the longest wait first, and names no address', async () => {
    const [first, second] = [await submitted(), await submitted()];
    const removal = await createEntry(cms.strapi, owner, 'accepted', { uid: NOTICE });
    const put = (uid: typeof PRACTICE | typeof NOTICE, documentId: string, data: object) =>
      cms.strapi.db.query(uid).updateMany({ where: { documentId }, data });
    await put(PRACTICE, first, { submittedAt: new Date('2026-01-05T10:00:00Z') });
    await put(PRACTICE, second, { submittedAt: new Date('2026-01-02T10:00:00Z') });
    await put(NOTICE, removal, { removalRequestedAt: new Date('2026-01-07T10:00:00Z') });
    const answer = await ask('see-moderator', 'GET', '/moderation/queue');
    expect(answer.status).toBe(200);
    const items = itemsSchema.parse(answer.data);
    expect(items.slice(0, 3)).toMatchObject([
      { documentId: second, kind: 'submission', type: 'practice', language: 'en', isOverdue: true },
      { documentId: first, kind: 'submission' },
      { documentId: removal, kind: 'removal', type: 'notice' },
    ]);
    expect(JSON.stringify(answer)).not.toContain('@example.org');
    expect(answer.meta).toMatchObject({ promisedDays: 10, types: { notice: 1 } });
    const notices = await ask('see-moderator', 'GET', '/moderation/queue?type=notice');
    expect(itemsSchema.parse(notices.data).map(({ documentId }) => documentId)).toEqual([removal]);
    const greek = await ask('see-moderator', 'GET', '/moderation/queue?language=el');
    expect(greek.data).toEqual([]);
  });

  it('refuses filters that it does not know', async () => {
    for (const query of ['country=XX', 'type=city', 'language=klingon', 'owner=1']) {
      expect((await ask('see-moderator', 'GET', `/moderation/queue?${query}`)).status, query).toBe(
        400,
      );
    }
  });

  it('is not for authors', async () => {
    expect((await ask('strapi-author', 'GET', '/moderation/queue')).status).toBe(403);
    expect((await ask('strapi-author', 'GET', entryPath(await submitted()))).status).toBe(403);
  });
});

describe('an entry', () => {
  it('tells state, member, history and what stands out, and no address of the member', async () => {
    const like = (title: string) =>
      createEntry(cms.strapi, owner, 'submitted', { over: { title } });
    const twin = await like('Gardens on the roofs of Drama');
    const documentId = await like('Roof gardens: the roofs of Drama');
    const text =
      'Write to ana.pop@example.com or call +40 721 234 567; IBAN RO49 AAAA 1B31 0075 9384 0000, CNP 1960229123456.';
    await cms.strapi.db
      .query(PRACTICE)
      .updateMany({ where: { documentId }, data: { actions: text } });
    await ask('strapi-editor', 'POST', `${entryPath(documentId)}/ask-for-changes`, {
      version: 1,
      message: 'Say more.',
    });
    const { status, data } = await ask('see-moderator', 'GET', entryPath(documentId));
    expect(status).toBe(200);
    expect(data).toMatchObject({
      owner: { displayName: null, organisation: null },
      state: 'changesRequested',
      version: 2,
      actions: ['accept', 'decline'],
      message: 'Say more.',
      live: null,
      similar: [{ documentId: twin, why: 'It has a similar title.' }],
      history: [
        {
          action: 'askForChanges',
          by: 'editor',
          person: 'strapi-editor Test',
          message: 'Say more.',
        },
      ],
      personalData: [
        { path: 'actions', kind: 'email', found: 'ana.pop@example.com' },
        { path: 'actions', kind: 'iban' },
        { path: 'actions', kind: 'phone', found: '+40 721 234 567' },
        { path: 'actions', kind: 'idNumber', found: '1960229123456' },
      ],
    });
    expect(JSON.stringify(data)).not.toContain('owner@example.org');
  });

  it('takes grade and note of the review with acceptance, and into the live version', async () => {
    const documentId = await submitted();
    const reviewNote = { checkedHow: 'documentsSeen', role: 'Moderator', date: '2026-11-28' };
    const given = { version: 1, evidence: 'b', reviewNote };
    const { status, data } = await ask(
      'see-moderator',
      'POST',
      `${entryPath(documentId)}/accept`,
      given,
    );
    expect(status).toBe(200);
    expect(data).toMatchObject({ state: 'accepted', evidence: 'b', reviewNote });
    const live: unknown = await cms.strapi.db.query(PRACTICE).findOne({
      where: { documentId, publishedAt: { $notNull: true } },
      populate: ['reviewNote'],
    });
    expect(live).toMatchObject({ evidence: 'b', reviewState: 'accepted', reviewNote });
  });

  it('is not accepted with a mail address, which the publisher would show to nobody', async () => {
    const over = { results: 'Write to ana.pop@example.com.' };
    const documentId = await createEntry(cms.strapi, owner, 'submitted', { over });
    const accept = `${entryPath(documentId)}/accept`;
    const refused = await ask('see-moderator', 'POST', accept, { version: 1 });
    expect([refused.status, refused.paths]).toEqual([400, ['results']]);
    const publish = `${CM}/${documentId}/actions/publish`;
    expect((await ask('see-moderator', 'POST', publish, {})).status).toBe(400);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect([draft?.reviewState, draft?.version, live]).toEqual(['submitted', 1, null]);
  });

  it.each<[string, object, string]>([
    ['a grade with another decision', { version: 1, message: 'No.', evidence: 'a' }, 'evidence'],
    ['an unknown key', { version: 1, message: 'No.', owner: 1 }, 'owner'],
    ['no version', { message: 'No.' }, 'version'],
    ['no message', { version: 1 }, 'message'],
  ])('refuses %s', async (_what, given, path) => {
    const documentId = await submitted();
    const answer = await ask('strapi-editor', 'POST', `${entryPath(documentId)}/decline`, given);
    expect([answer.status, answer.paths]).toEqual([400, [path]]);
    expect((await readEntry(cms.strapi, documentId)).draft?.reviewState).toBe('submitted');
  });

  it('is told apart from what is not there', async () => {
    expect((await ask('strapi-editor', 'GET', entryPath('nothing'))).status).toBe(404);
    expect((await ask('strapi-editor', 'GET', entryPath('nothing', 'city'))).status).toBe(404);
    const accept = `${entryPath('nothing')}/accept`;
    expect((await ask('strapi-editor', 'POST', accept, { version: 1 })).status).toBe(404);
  });
});

describe('stock Publish', () => {
  it.each(['submitted', 'changesRequested'] as const)('accepts what is %s', async (state) => {
    const documentId = await createEntry(cms.strapi, owner, state);
    const { status } = await ask(
      'see-moderator',
      'POST',
      `${CM}/${documentId}/actions/publish`,
      {},
    );
    expect(status).toBe(200);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect([draft?.reviewState, live?.reviewState]).toEqual(['accepted', 'accepted']);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({
      action: 'accept',
      person: 'see-moderator Test',
    });
  });

  it.each(['draft', 'declined', 'withdrawn', 'accepted'] as const)(
    'is refused on what is %s',
    async (state) => {
      for (const role of ['strapi-super-admin', 'strapi-editor', 'see-moderator'] as const) {
        const documentId = await createEntry(cms.strapi, owner, state);
        const before = await readEntry(cms.strapi, documentId);
        const answer = await ask(role, 'POST', `${CM}/${documentId}/actions/publish`, {
          title: 'Changed',
        });
        expect([role, answer.status, answer.paths]).toEqual([role, 400, ['reviewState']]);
        expect(await readEntry(cms.strapi, documentId)).toEqual(before);
      }
    },
  );

  it('in bulk does the same', async () => {
    const [draft, waiting] = [await createEntry(cms.strapi, owner, 'draft'), await submitted()];
    const bulk = (documentIds: string[]) =>
      ask('strapi-editor', 'POST', `${CM}/actions/bulkPublish`, { documentIds });
    expect((await bulk([draft])).status).toBe(400);
    expect((await readEntry(cms.strapi, draft)).live).toBeNull();
    expect((await bulk([waiting])).status).toBe(200);
    expect((await readEntry(cms.strapi, waiting)).live?.reviewState).toBe('accepted');
  });

  it('accepts by itself what no member owns', async () => {
    const created = await ask('strapi-editor', 'POST', `${CM}/actions/publish`, {
      title: 'By the editors',
      oneLine: 'Told by the editors.',
      originalLanguage: 'en',
      form: 'short',
      lifecycle: 'running',
    });
    const { documentId } = z.object({ documentId: z.string() }).parse(created.data);
    expect((await readEntry(cms.strapi, documentId)).live?.reviewState).toBe('accepted');
  });
});

describe('stock Save', () => {
  it('counts, so that a member who was not shown it is told', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'accepted');
    const before = await readEntry(cms.strapi, documentId);
    const saved = await ask('see-moderator', 'PUT', `${CM}/${documentId}`, {
      title: 'Without a typo',
    });
    expect(saved.status).toBe(200);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect(draft).toMatchObject({
      reviewState: 'accepted',
      version: (before.draft?.version ?? 0) + 1,
    });
    expect(live).toEqual(before.live);
  });

  it('takes back unchanged what the review keeps, and refuses it changed', async () => {
    const documentId = await submitted();
    const path = `${CM}/${documentId}`;
    const asShown = {
      title: 'Saved',
      reviewState: 'submitted',
      version: 1,
      reviewerMessage: null,
      submittedAt: null,
      removalRequestedAt: null,
      owner: { connect: [], disconnect: [] },
    };
    expect((await ask('strapi-super-admin', 'PUT', path, asShown)).status).toBe(200);
    const changes = {
      reviewState: 'accepted',
      version: 9,
      reviewerMessage: 'x',
      submittedAt: '2026-01-01T00:00:00.000Z',
      removalRequestedAt: '2026-01-01T00:00:00.000Z',
      owner: { connect: [], disconnect: [{ id: owner }] },
    };
    const before = await readEntry(cms.strapi, documentId);
    for (const [name, value] of Object.entries(changes)) {
      const answer = await ask('strapi-super-admin', 'PUT', path, { [name]: value });
      expect([answer.status, answer.paths]).toEqual([400, [name]]);
    }
    expect(await readEntry(cms.strapi, documentId)).toEqual(before);
  });

  it('sets no time to go live for what a member owns', async () => {
    const answer = await ask('strapi-editor', 'PUT', `${CM}/${await submitted()}`, {
      goLiveAt: '2040-01-01T00:00:00.000Z',
    });
    expect([answer.status, answer.paths]).toEqual([400, ['goLiveAt']]);
  });
});

describe('stock Unpublish', () => {
  it('withdraws what is accepted', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'accepted');
    expect(
      (await ask('see-moderator', 'POST', `${CM}/${documentId}/actions/unpublish`, {})).status,
    ).toBe(200);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect([draft?.reviewState, live]).toEqual(['withdrawn', null]);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({
      action: 'unpublish',
      to: 'withdrawn',
    });
  });

  it('takes down what is live and leaves the next version with its author', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'draft', { isLive: true });
    expect(
      (await ask('strapi-editor', 'POST', `${CM}/${documentId}/actions/unpublish`, {})).status,
    ).toBe(200);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect([draft?.reviewState, live]).toEqual(['draft', null]);
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({
      action: 'unpublish',
      from: 'draft',
      to: 'draft',
    });
  });
});

it('discards a correction of the staff, and no work of the member', async () => {
  const accepted = await createEntry(cms.strapi, owner, 'accepted');
  await ask('strapi-editor', 'PUT', `${CM}/${accepted}`, { title: 'A correction' });
  const { draft } = await readEntry(cms.strapi, accepted);
  expect((await ask('strapi-editor', 'POST', `${CM}/${accepted}/actions/discard`, {})).status).toBe(
    200,
  );
  expect((await readEntry(cms.strapi, accepted)).draft?.version).toBe((draft?.version ?? 0) + 1);
  const edited = await createEntry(cms.strapi, owner, 'draft', { isLive: true });
  expect((await ask('strapi-editor', 'POST', `${CM}/${edited}/actions/discard`, {})).status).toBe(
    400,
  );
});

it('keeps the history of what an editor deletes, and tells its owner', async () => {
  const documentId = await createEntry(cms.strapi, owner, 'accepted');
  expect((await ask('see-moderator', 'DELETE', `${CM}/${documentId}`)).status).toBe(403);
  const mails = await mailsOf(cms.strapi, async () => {
    expect((await ask('strapi-editor', 'DELETE', `${CM}/${documentId}`)).status).toBe(200);
  });
  expect(mails).toMatchObject([{ to: 'owner@example.org', template: 'deleted' }]);
  expect(await lastEvent(cms.strapi, documentId)).toMatchObject({
    action: 'delete',
    from: 'accepted',
    to: null,
  });
});

it('makes of a copy an entry of the editors', async () => {
  const documentId = await createEntry(cms.strapi, owner, 'accepted');
  const copy = await ask('strapi-editor', 'POST', `${CM}/clone/${documentId}`, { title: 'A copy' });
  const { documentId: copied } = z.object({ documentId: z.string() }).parse(copy.data);
  expect((await readEntry(cms.strapi, copied)).draft).toMatchObject({
    reviewState: null,
    version: 1,
  });
  const row: unknown = await cms.strapi.db
    .query(PRACTICE)
    .findOne({ where: { documentId: copied }, populate: ['owner'] });
  expect(row).toMatchObject({ owner: null });
});

describe('the clock', () => {
  const { runSchedule } = compiled('schedule/run-schedule');
  const appoint = (documentId: string, data: object) =>
    cms.strapi.db.query(PRACTICE).updateMany({ where: { documentId }, data });
  const past = new Date(Date.now() - 60_000);

  it('publishes nothing that its author has not sent', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'draft');
    await appoint(documentId, { goLiveAt: past });
    await runSchedule(cms.strapi);
    expect(await readEntry(cms.strapi, documentId)).toMatchObject({
      draft: { reviewState: 'draft' },
      live: null,
    });
  });

  it('withdraws what it takes down', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'accepted');
    await appoint(documentId, { takeDownAt: past });
    await runSchedule(cms.strapi);
    expect(await readEntry(cms.strapi, documentId)).toMatchObject({
      draft: { reviewState: 'withdrawn' },
      live: null,
    });
    expect(await lastEvent(cms.strapi, documentId)).toMatchObject({ person: 'system' });
  });
});

it('refuses to write a reviewed type by a route of the content API', async () => {
  const documentId = await submitted();
  const store = { path: '/api/practices/1', state: {} };
  const update = cms.strapi.requestContext.run(store as never, async () => {
    await documents(cms.strapi, PRACTICE).update({ documentId, data: { title: 'By a stranger' } });
  });
  await expect(update).rejects.toMatchObject({ name: 'ForbiddenError' });
});

it('lets nobody change the history', async () => {
  const documentId = await createEntry(cms.strapi, owner, 'accepted');
  const events = documents(cms.strapi, 'api::review-event.review-event');
  const row: unknown = await cms.strapi.db
    .query('api::review-event.review-event')
    .findOne({ where: { entry: documentId } });
  const { documentId: event } = z.object({ documentId: z.string() }).parse(row);
  await expect(events.update({ documentId: event, data: { person: 'x' } })).rejects.toMatchObject({
    name: 'ValidationError',
  });
  await expect(events.delete(event)).rejects.toMatchObject({ name: 'ValidationError' });
});
