import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import states from '../../contract/review-states.json' with { type: 'json' };
import { NOTICE } from '../documents/support.js';
import { createEntry, readEntry } from '../moderation/entries.js';
import type { ReviewState } from '../../src/moderation/review-states.js';
import { boot, type RunningCms } from '../support/boot.js';
import { asking, signIn, type Ask } from './asking.js';
import { createWorld, wholeNotice, type World } from './world.js';

/** How each action of the table is asked for. */
const REQUESTS: Record<string, { method: string; path: string; body?: object; done: number }> = {
  edit: { method: 'PUT', path: '', body: { data: { text: 'Changed.' } }, done: 200 },
  submit: { method: 'POST', path: '/submit', done: 200 },
  withdraw: { method: 'POST', path: '/withdraw', done: 200 },
  reopen: { method: 'POST', path: '/reopen', done: 200 },
  delete: { method: 'DELETE', path: '', done: 204 },
  copy: { method: 'POST', path: '/copy', done: 201 },
  requestRemoval: { method: 'POST', path: '/request-removal', done: 200 },
  handOver: {
    method: 'POST',
    path: '/hand-over',
    body: { email: 'somebody@example.org' },
    done: 202,
  },
};
const MEMBERS = states.transitions.filter(({ by }) => by === 'member');
const STATES: ReviewState[] = [
  'draft',
  'submitted',
  'changesRequested',
  'accepted',
  'declined',
  'withdrawn',
];

let cms: RunningCms;
let world: World;
let owner: { id: number; ask: Ask };
let other: { id: number; ask: Ask };
beforeAll(async () => {
  cms = await boot({ listen: true });
  world = await createWorld(cms.strapi);
  owner = await signIn(cms, 'owner');
  other = await signIn(cms, 'other');
});
afterAll(async () => {
  await cms.stop();
});

it('asks for every action that the table gives members', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual(
    [...new Set(MEMBERS.map((each) => each.action))].sort(),
  );
});

/** An entry in this state in which nothing is missing, at its version. */
async function make(state: ReviewState) {
  const made = await owner.ask('POST', '/notices', { body: { data: wholeNotice(world) } });
  const { documentId } = made.entry();
  await cms.strapi.db
    .query(NOTICE)
    .updateMany({ where: { documentId }, data: { reviewState: state } });
  return documentId;
}

describe.each(STATES)('what is %s', (state) => {
  it.each(Object.keys(REQUESTS))(
    'may be asked to %s by its owner alone, as the table says',
    async (action) => {
      const { method, path, body, done } = REQUESTS[action] ?? { method: '', path: '', done: 0 };
      const documentId =
        state === 'accepted'
          ? await createEntry(cms.strapi, owner.id, state, { uid: NOTICE })
          : await make(state);
      const place = `/notices/${documentId}`;
      const { version } = (await owner.ask('GET', place)).entry();
      const sent = { body: { version, ...body } };
      const before = await readEntry(cms.strapi, documentId, NOTICE);
      expect((await other.ask(method, place + path, sent)).status).toBe(404);
      expect((await asking(cms)(method, place + path, sent)).status).toBe(401);
      expect(await readEntry(cms.strapi, documentId, NOTICE)).toEqual(before);
      const transition = MEMBERS.find(
        (each) => each.action === action && each.from.includes(state),
      );
      const answer = await owner.ask(method, place + path, sent);
      expect(answer.status).toBe(transition ? done : 409);
      const { draft } = await readEntry(cms.strapi, documentId, NOTICE);
      if (transition) expect(draft?.reviewState ?? null).toBe(transition.to);
      else expect(draft).toEqual(before.draft);
    },
  );
});
