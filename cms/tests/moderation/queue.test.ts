import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOTICE, PRACTICE } from '../documents/support.js';
import { createEntry } from './entries.js';
import { bootWithStaff, entryPath, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
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
    const [first, second] = [await staff.submitted(), await staff.submitted()];
    const removal = await createEntry(staff.strapi, staff.owner, 'accepted', { uid: NOTICE });
    const put = (uid: typeof PRACTICE | typeof NOTICE, documentId: string, data: object) =>
      staff.strapi.db.query(uid).updateMany({ where: { documentId }, data });
    await put(PRACTICE, first, { submittedAt: new Date('2026-01-05T10:00:00Z') });
    await put(PRACTICE, second, { submittedAt: new Date('2026-01-02T10:00:00Z') });
    await put(NOTICE, removal, { removalRequestedAt: new Date('2026-01-07T10:00:00Z') });
    const answer = await staff.ask('see-moderator', 'GET', '/moderation/queue');
    expect(answer.status).toBe(200);
    const items = itemsSchema.parse(answer.data);
    expect(items.slice(0, 3)).toMatchObject([
      { documentId: second, kind: 'submission', type: 'practice', language: 'en', isOverdue: true },
      { documentId: first, kind: 'submission' },
      { documentId: removal, kind: 'removal', type: 'notice' },
    ]);
    expect(JSON.stringify(answer)).not.toContain('@example.org');
    expect(answer.meta).toMatchObject({ promisedDays: 10, types: { notice: 1 } });
    const notices = await staff.ask('see-moderator', 'GET', '/moderation/queue?type=notice');
    expect(itemsSchema.parse(notices.data).map(({ documentId }) => documentId)).toEqual([removal]);
    const greek = await staff.ask('see-moderator', 'GET', '/moderation/queue?language=el');
    expect(greek.data).toEqual([]);
  });

  it('refuses filters that it does not know', async () => {
    for (const query of ['country=XX', 'type=city', 'language=klingon', 'owner=1']) {
      expect(
        (await staff.ask('see-moderator', 'GET', `/moderation/queue?${query}`)).status,
        query,
      ).toBe(400);
    }
  });

  it('is not for authors', async () => {
    expect((await staff.ask('strapi-author', 'GET', '/moderation/queue')).status).toBe(403);
    expect(
      (await staff.ask('strapi-author', 'GET', entryPath(await staff.submitted()))).status,
    ).toBe(403);
  });
});
