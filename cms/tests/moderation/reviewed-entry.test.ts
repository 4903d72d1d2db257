import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRACTICE } from '../documents/support.js';
import { createEntry, readEntry } from './entries.js';
import { bootWithStaff, entryPath, PRACTICES, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

describe('an entry', () => {
  it('tells state, member, history and what stands out, and no address of the member', async () => {
    const like = (title: string) =>
      createEntry(staff.strapi, staff.owner, 'submitted', { over: { title } });
    const twin = await like('Gardens on the roofs of Drama');
    const documentId = await like('Roof gardens: the roofs of Drama');
    const text =
      'Write to ana.pop@example.com or call +40 721 234 567; IBAN RO49 AAAA 1B31 0075 9384 0000, CNP 1960229123456.';
    await staff.strapi.db
      .query(PRACTICE)
      .updateMany({ where: { documentId }, data: { actions: text } });
    await staff.ask('strapi-editor', 'POST', `${entryPath(documentId)}/ask-for-changes`, {
      version: 1,
      message: 'Say more.',
    });
    const { status, data } = await staff.ask('see-moderator', 'GET', entryPath(documentId));
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
    const documentId = await staff.submitted();
    const reviewNote = { checkedHow: 'documentsSeen', role: 'Moderator', date: '2026-11-28' };
    const given = { version: 1, evidence: 'b', reviewNote };
    const { status, data } = await staff.ask(
      'see-moderator',
      'POST',
      `${entryPath(documentId)}/accept`,
      given,
    );
    expect(status).toBe(200);
    expect(data).toMatchObject({ state: 'accepted', evidence: 'b', reviewNote });
    const live: unknown = await staff.strapi.db.query(PRACTICE).findOne({
      where: { documentId, publishedAt: { $notNull: true } },
      populate: ['reviewNote'],
    });
    expect(live).toMatchObject({ evidence: 'b', reviewState: 'accepted', reviewNote });
  });

  it('is not accepted with a mail address, which the publisher would show to nobody', async () => {
    const over = { results: 'Write to ana.pop@example.com.' };
    const documentId = await createEntry(staff.strapi, staff.owner, 'submitted', { over });
    const accept = `${entryPath(documentId)}/accept`;
    const refused = await staff.ask('see-moderator', 'POST', accept, { version: 1 });
    expect([refused.status, refused.paths]).toEqual([400, ['results']]);
    const publish = `${PRACTICES}/${documentId}/actions/publish`;
    expect((await staff.ask('see-moderator', 'POST', publish, {})).status).toBe(400);
    const { draft, live } = await readEntry(staff.strapi, documentId);
    expect([draft?.reviewState, draft?.version, live]).toEqual(['submitted', 1, null]);
  });

  it.each<[string, object, string]>([
    ['a grade with another decision', { version: 1, message: 'No.', evidence: 'a' }, 'evidence'],
    ['an unknown key', { version: 1, message: 'No.', owner: 1 }, 'owner'],
    ['no version', { message: 'No.' }, 'version'],
    ['no message', { version: 1 }, 'message'],
  ])('refuses %s', async (_what, given, path) => {
    const documentId = await staff.submitted();
    const answer = await staff.ask(
      'strapi-editor',
      'POST',
      `${entryPath(documentId)}/decline`,
      given,
    );
    expect([answer.status, answer.paths]).toEqual([400, [path]]);
    expect((await readEntry(staff.strapi, documentId)).draft?.reviewState).toBe('submitted');
  });

  it('is told apart from what is not there', async () => {
    expect((await staff.ask('strapi-editor', 'GET', entryPath('nothing'))).status).toBe(404);
    expect((await staff.ask('strapi-editor', 'GET', entryPath('nothing', 'city'))).status).toBe(
      404,
    );
    const accept = `${entryPath('nothing')}/accept`;
    expect((await staff.ask('strapi-editor', 'POST', accept, { version: 1 })).status).toBe(404);
  });
});
