import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findTransition,
  listActions,
  REVIEW_ACTIONS,
  REVIEW_STATES,
  type ReviewAction,
  type ReviewState,
} from '../../src/moderation/review-states.js';
import { NOTICE, PRACTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { CONTRACT } from './contract.js';
import { createEntry, lastEvent, mailsOf, readEntry } from './entries.js';

const { changeState } = compiled('moderation/change-state');

let cms: RunningCms;
let owner: number;
let stranger: number;
beforeAll(async () => {
  cms = await boot();
  owner = await createMember(cms.strapi, 'owner');
  stranger = await createMember(cms.strapi, 'stranger');
});
afterAll(async () => {
  await cms.stop();
});

const EDITOR = { kind: 'editor', name: 'Elena Test' } as const;

/** The status that the API answers to what a change came to. */
async function statusOf(change: Promise<unknown>): Promise<number> {
  const error: unknown = await change.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) return 200;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return { NotFoundError: 404, ValidationError: 400 }[error.name] ?? 500;
}

describe.each(REVIEW_STATES)('what is %s', (from) => {
  it('does for its owner what the contract says', async () => {
    for (const action of REVIEW_ACTIONS) {
      const documentId = await createEntry(cms.strapi, owner, from);
      const before = await readEntry(cms.strapi, documentId);
      const by = { kind: 'member', userId: owner } as const;
      const status = await statusOf(
        changeState(cms.strapi, { uid: PRACTICE, documentId, action, by }),
      );
      const after = await readEntry(cms.strapi, documentId);
      const to = CONTRACT[from].member[action];
      if (to === undefined) expect([status, after], action).toEqual([409, before]);
      else {
        const version = to === null ? undefined : (before.draft?.version ?? 0) + 1;
        expect([status, after.draft?.reviewState ?? null, after.draft?.version], action).toEqual([
          200,
          to,
          version,
        ]);
      }
    }
  });
});

it('has one place for each action, side and state', () => {
  for (const from of REVIEW_STATES) {
    for (const side of ['member', 'editor'] as const) {
      expect(listActions(side, from).sort()).toEqual(Object.keys(CONTRACT[from][side]).sort());
      for (const action of REVIEW_ACTIONS) {
        const to = findTransition(side, action, from)?.to;
        expect(to, `${from} ${side} ${action}`).toBe(CONTRACT[from][side][action]);
      }
    }
  }
});

it('accepts into public and takes down again, and tells both in the history', async () => {
  const documentId = await createEntry(cms.strapi, owner, 'submitted', { uid: NOTICE });
  const change = { uid: NOTICE, documentId, by: EDITOR } as const;
  await changeState(cms.strapi, { ...change, action: 'accept', message: ' Thank you. ' });
  const { draft, live } = await readEntry(cms.strapi, documentId, NOTICE);
  expect(live).toMatchObject({ reviewState: 'accepted', version: 2 });
  expect(draft).toMatchObject({ reviewState: 'accepted', reviewerMessage: 'Thank you.' });
  expect(await lastEvent(cms.strapi, documentId, NOTICE)).toMatchObject({
    action: 'accept',
    from: 'submitted',
    to: 'accepted',
    by: 'editor',
    person: 'Elena Test',
    message: 'Thank you.',
    entryVersion: 2,
  });
  await changeState(cms.strapi, { ...change, action: 'unpublish' });
  expect((await readEntry(cms.strapi, documentId, NOTICE)).live).toBeNull();
});

describe('what is live', () => {
  const member = () => ({ kind: 'member', userId: owner }) as const;

  it.each([
    ['changesRequested', 'decline', 'editor'],
    ['changesRequested', 'withdraw', 'member'],
    ['submitted', 'withdraw', 'member'],
    ['draft', 'edit', 'member'],
  ] as const)('stays when a working copy in %s meets %s', async (state, action, side) => {
    const documentId = await createEntry(cms.strapi, owner, state, { isLive: true });
    const by = side === 'member' ? member() : EDITOR;
    await changeState(cms.strapi, { uid: PRACTICE, documentId, action, by, message: 'Because.' });
    expect((await readEntry(cms.strapi, documentId)).live?.reviewState).toBe('accepted');
  });

  it('takes the place of a working copy that is deleted, and counts on', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'accepted');
    const change = { uid: PRACTICE, documentId, by: member() } as const;
    const data = { title: 'A new title' };
    const edited = await changeState(cms.strapi, { ...change, action: 'edit', data });
    expect(edited.reviewState).toBe('draft');
    const standing = await changeState(cms.strapi, { ...change, action: 'delete' });
    expect(standing.reviewState).toBe('accepted');
    expect(standing.version).toBeGreaterThan(edited.version);
    const { draft, live } = await readEntry(cms.strapi, documentId);
    expect(draft?.version).toBe(standing.version);
    expect(live?.reviewState).toBe('accepted');
  });
});

it('keeps autosaves out of the history, and a new working copy in it', async () => {
  const documentId = await createEntry(cms.strapi, owner, 'accepted');
  const by = { kind: 'member', userId: owner } as const;
  const edit = { uid: PRACTICE, documentId, action: 'edit', by } as const;
  await changeState(cms.strapi, edit);
  await changeState(cms.strapi, edit);
  const events = await compiled('moderation/review-history').listReviewEvents(
    cms.strapi,
    PRACTICE,
    documentId,
  );
  expect(events.filter(({ action }) => action === 'edit')).toHaveLength(1);
});

describe('refuses', () => {
  const submitted = () => createEntry(cms.strapi, owner, 'submitted');

  it('a stale version, naming the one that is stored', async () => {
    const documentId = await submitted();
    const change = { uid: PRACTICE, documentId, action: 'accept', by: EDITOR, version: 7 } as const;
    const error: unknown = await changeState(cms.strapi, change).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 409,
      details: { version: 1, errors: [{ path: ['version'] }] },
    });
  });

  it.each(['askForChanges', 'decline'] as const)('to %s without a message', async (action) => {
    const documentId = await submitted();
    const change = { uid: PRACTICE, documentId, action, by: EDITOR, message: '  ' } as const;
    const error: unknown = await changeState(cms.strapi, change).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['message'] }] },
    });
  });

  it('a message that is too long', async () => {
    const documentId = await submitted();
    const message = 'x'.repeat(4001);
    const change = { uid: PRACTICE, documentId, action: 'decline', by: EDITOR, message } as const;
    expect(await statusOf(changeState(cms.strapi, change))).toBe(400);
  });

  it('another member, as if there were nothing', async () => {
    const by = { kind: 'member', userId: stranger } as const;
    const change = {
      uid: PRACTICE,
      documentId: await submitted(),
      action: 'withdraw',
      by,
    } as const;
    expect(await statusOf(changeState(cms.strapi, change))).toBe(404);
    expect(await statusOf(changeState(cms.strapi, { ...change, documentId: 'nothing' }))).toBe(404);
  });
});

describe('the mail to the owner', () => {
  const told = async (
    from: ReviewState,
    side: 'member' | 'editor',
    action: ReviewAction,
    uid: typeof PRACTICE | typeof NOTICE = PRACTICE,
  ) => {
    const documentId = await createEntry(cms.strapi, owner, from, { uid });
    const by = side === 'member' ? ({ kind: 'member', userId: owner } as const) : EDITOR;
    const change = { uid, documentId, action, by, message: 'In my words.' };
    const mails = await mailsOf(cms.strapi, () => changeState(cms.strapi, change));
    return { documentId, mails };
  };

  it.each([
    ['draft', 'member', 'submit', 'submitted'],
    ['submitted', 'member', 'withdraw', 'takenBack'],
    ['withdrawn', 'member', 'reopen', 'draftAgain'],
    ['accepted', 'member', 'edit', 'draftAgain'],
    ['accepted', 'member', 'requestRemoval', 'removalRequested'],
    ['submitted', 'editor', 'askForChanges', 'changesRequested'],
    ['submitted', 'editor', 'accept', 'accepted'],
    ['submitted', 'editor', 'decline', 'declined'],
    ['declined', 'editor', 'reopen', 'reopened'],
    ['accepted', 'editor', 'unpublish', 'unpublished'],
    ['accepted', 'editor', 'correct', 'corrected'],
    ['accepted', 'editor', 'keep', 'kept'],
  ] as const)('of what is %s tells that a %s did %s', async (from, side, action, template) => {
    const { documentId, mails } = await told(from, side, action);
    expect(mails).toMatchObject([{ to: 'owner@example.org', template }]);
    const { title, message, link } = mails[0]?.values ?? {};
    expect(title).toBe('A square for everybody');
    expect(message).toBe('In my words.');
    expect(link).toMatch(new RegExp(`/members/practices/edit\\?id=${documentId}$`));
  });

  it('is in the language of the member and leads where the entry stands', async () => {
    await cms.strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { id: owner }, data: { language: 'el' } });
    const practice = await told('submitted', 'editor', 'accept');
    expect(practice.mails[0]?.language).toBe('el');
    expect(practice.mails[0]?.values.live).toMatch(/\/el\/practices\/[a-z0-9-]+$/);
    const notice = await told('submitted', 'editor', 'accept', NOTICE);
    expect(notice.mails[0]?.values).toMatchObject({
      title: 'Maps to lend.',
      live: expect.stringMatching(/\/el\/notices$/) as string,
      link: expect.stringMatching(/\/el\/members\/notices\?id=/) as string,
    });
  });

  it('is not written when the change is refused, or while the member writes', async () => {
    const refused = { uid: PRACTICE, action: 'decline', by: EDITOR } as const;
    const documentId = await createEntry(cms.strapi, owner, 'submitted');
    const attempt = () => statusOf(changeState(cms.strapi, { ...refused, documentId }));
    expect(await mailsOf(cms.strapi, attempt)).toEqual([]);
    expect((await told('draft', 'member', 'edit')).mails).toEqual([]);
  });
});
