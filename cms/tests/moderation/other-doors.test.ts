import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documents, PRACTICE } from '../documents/support.js';
import { compiled } from '../support/compiled.js';
import { createEntry, lastEvent, readEntry } from './entries.js';
import { bootWithStaff, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

describe('the clock', () => {
  const { runSchedule } = compiled('schedule/run-schedule');
  const appoint = (documentId: string, data: object) =>
    staff.strapi.db.query(PRACTICE).updateMany({ where: { documentId }, data });
  const past = new Date(Date.now() - 60_000);

  it('publishes nothing that its author has not sent', async () => {
    const documentId = await createEntry(staff.strapi, staff.owner, 'draft');
    await appoint(documentId, { goLiveAt: past });
    await runSchedule(staff.strapi);
    expect(await readEntry(staff.strapi, documentId)).toMatchObject({
      draft: { reviewState: 'draft' },
      live: null,
    });
  });

  it('withdraws what it takes down', async () => {
    const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
    await appoint(documentId, { takeDownAt: past });
    await runSchedule(staff.strapi);
    expect(await readEntry(staff.strapi, documentId)).toMatchObject({
      draft: { reviewState: 'withdrawn' },
      live: null,
    });
    expect(await lastEvent(staff.strapi, documentId)).toMatchObject({ person: 'system' });
  });
});

it('refuses to write a reviewed type by a route of the content API', async () => {
  const documentId = await staff.submitted();
  const store = { path: '/api/practices/1', state: {} };
  const update = staff.strapi.requestContext.run(store as never, async () => {
    await documents(staff.strapi, PRACTICE).update({
      documentId,
      data: { title: 'By a stranger' },
    });
  });
  await expect(update).rejects.toMatchObject({ name: 'ForbiddenError' });
});

it('lets nobody change the history', async () => {
  const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
  const events = documents(staff.strapi, 'api::review-event.review-event');
  const row: unknown = await staff.strapi.db
    .query('api::review-event.review-event')
    .findOne({ where: { entry: documentId } });
  const { documentId: event } = z.object({ documentId: z.string() }).parse(row);
  await expect(events.update({ documentId: event, data: { person: 'x' } })).rejects.toMatchObject({
    name: 'ValidationError',
  });
  await expect(events.delete(event)).rejects.toMatchObject({ name: 'ValidationError' });
});
