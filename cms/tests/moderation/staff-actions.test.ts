import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REVIEW_STATES, type ReviewAction } from '../../src/moderation/review-states.js';
import { CONTRACT } from './contract.js';
import { createEntry, readEntry } from './entries.js';
import { bootWithStaff, entryPath, type Staff } from './staff.js';

const ADDRESSES: Readonly<Record<string, ReviewAction>> = {
  accept: 'accept',
  'ask-for-changes': 'askForChanges',
  decline: 'decline',
  reopen: 'reopen',
  unpublish: 'unpublish',
  correct: 'correct',
  keep: 'keep',
};

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

describe.each(REVIEW_STATES)('an entry that is %s', (state) => {
  it.each(['strapi-editor', 'see-moderator', 'strapi-author', 'nobody'] as const)(
    'is answered by %s as the table says',
    async (role) => {
      for (const [address, action] of Object.entries(ADDRESSES)) {
        const documentId = await createEntry(staff.strapi, staff.owner, state);
        const before = await readEntry(staff.strapi, documentId);
        const given = { version: before.draft?.version, message: 'Because.' };
        const { status } = await staff.ask(
          role,
          'POST',
          `${entryPath(documentId)}/${address}`,
          given,
        );
        const after = await readEntry(staff.strapi, documentId);
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
