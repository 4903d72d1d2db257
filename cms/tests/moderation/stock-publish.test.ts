import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createEntry, lastEvent, readEntry } from './entries.js';
import { bootWithStaff, PRACTICES, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

describe('stock Publish', () => {
  it.each(['submitted', 'changesRequested'] as const)('accepts what is %s', async (state) => {
    const documentId = await createEntry(staff.strapi, staff.owner, state);
    const { status } = await staff.ask(
      'see-moderator',
      'POST',
      `${PRACTICES}/${documentId}/actions/publish`,
      {},
    );
    expect(status).toBe(200);
    const { draft, live } = await readEntry(staff.strapi, documentId);
    expect([draft?.reviewState, live?.reviewState]).toEqual(['accepted', 'accepted']);
    expect(await lastEvent(staff.strapi, documentId)).toMatchObject({
      action: 'accept',
      person: 'see-moderator Test',
    });
  });

  it.each(['draft', 'declined', 'withdrawn', 'accepted'] as const)(
    'is refused on what is %s',
    async (state) => {
      for (const role of ['strapi-super-admin', 'strapi-editor', 'see-moderator'] as const) {
        const documentId = await createEntry(staff.strapi, staff.owner, state);
        const before = await readEntry(staff.strapi, documentId);
        const answer = await staff.ask(role, 'POST', `${PRACTICES}/${documentId}/actions/publish`, {
          title: 'Changed',
        });
        expect([role, answer.status, answer.paths]).toEqual([role, 400, ['reviewState']]);
        expect(await readEntry(staff.strapi, documentId)).toEqual(before);
      }
    },
  );

  it('in bulk does the same', async () => {
    const [draft, waiting] = [
      await createEntry(staff.strapi, staff.owner, 'draft'),
      await staff.submitted(),
    ];
    const bulk = (documentIds: string[]) =>
      staff.ask('strapi-editor', 'POST', `${PRACTICES}/actions/bulkPublish`, { documentIds });
    expect((await bulk([draft])).status).toBe(400);
    expect((await readEntry(staff.strapi, draft)).live).toBeNull();
    expect((await bulk([waiting])).status).toBe(200);
    expect((await readEntry(staff.strapi, waiting)).live?.reviewState).toBe('accepted');
  });

  it('accepts by itself what no member owns', async () => {
    const created = await staff.ask('strapi-editor', 'POST', `${PRACTICES}/actions/publish`, {
      title: 'By the editors',
      oneLine: 'Told by the editors.',
      originalLanguage: 'en',
      form: 'short',
      lifecycle: 'running',
    });
    const { documentId } = z.object({ documentId: z.string() }).parse(created.data);
    expect((await readEntry(staff.strapi, documentId)).live?.reviewState).toBe('accepted');
  });
});
