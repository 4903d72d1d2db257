import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PRACTICE } from '../documents/support.js';
import { createEntry, lastEvent, mailsOf, readEntry } from './entries.js';
import { bootWithStaff, PRACTICES, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

it('keeps the history of what an editor deletes, and tells its owner', async () => {
  const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
  expect((await staff.ask('see-moderator', 'DELETE', `${PRACTICES}/${documentId}`)).status).toBe(
    403,
  );
  const mails = await mailsOf(staff.strapi, async () => {
    expect((await staff.ask('strapi-editor', 'DELETE', `${PRACTICES}/${documentId}`)).status).toBe(
      200,
    );
  });
  expect(mails).toMatchObject([{ to: 'owner@example.org', template: 'deleted' }]);
  expect(await lastEvent(staff.strapi, documentId)).toMatchObject({
    action: 'delete',
    from: 'accepted',
    to: null,
  });
});

it('makes of a copy an entry of the editors', async () => {
  const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
  const copy = await staff.ask('strapi-editor', 'POST', `${PRACTICES}/clone/${documentId}`, {
    title: 'A copy',
  });
  const { documentId: copied } = z.object({ documentId: z.string() }).parse(copy.data);
  expect((await readEntry(staff.strapi, copied)).draft).toMatchObject({
    reviewState: null,
    version: 1,
  });
  const row: unknown = await staff.strapi.db
    .query(PRACTICE)
    .findOne({ where: { documentId: copied }, populate: ['owner'] });
  expect(row).toMatchObject({ owner: null });
});
