import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEntry, lastEvent, readEntry } from './entries.js';
import { bootWithStaff, PRACTICES, type Staff } from './staff.js';

let staff: Staff;
beforeAll(async () => {
  staff = await bootWithStaff();
});
afterAll(async () => {
  await staff.stop();
});

describe('stock Save', () => {
  it('counts, so that a member who was not shown it is told', async () => {
    const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
    const before = await readEntry(staff.strapi, documentId);
    const saved = await staff.ask('see-moderator', 'PUT', `${PRACTICES}/${documentId}`, {
      title: 'Without a typo',
    });
    expect(saved.status).toBe(200);
    const { draft, live } = await readEntry(staff.strapi, documentId);
    expect(draft).toMatchObject({
      reviewState: 'accepted',
      version: (before.draft?.version ?? 0) + 1,
    });
    expect(live).toEqual(before.live);
  });

  it('takes back unchanged what the review keeps, and refuses it changed', async () => {
    const documentId = await staff.submitted();
    const path = `${PRACTICES}/${documentId}`;
    const asShown = {
      title: 'Saved',
      reviewState: 'submitted',
      version: 1,
      reviewerMessage: null,
      submittedAt: null,
      removalRequestedAt: null,
      owner: { connect: [], disconnect: [] },
    };
    expect((await staff.ask('strapi-super-admin', 'PUT', path, asShown)).status).toBe(200);
    const changes = {
      reviewState: 'accepted',
      version: 9,
      reviewerMessage: 'x',
      submittedAt: '2026-01-01T00:00:00.000Z',
      removalRequestedAt: '2026-01-01T00:00:00.000Z',
      owner: { connect: [], disconnect: [{ id: staff.owner }] },
    };
    const before = await readEntry(staff.strapi, documentId);
    for (const [name, value] of Object.entries(changes)) {
      const answer = await staff.ask('strapi-super-admin', 'PUT', path, { [name]: value });
      expect([answer.status, answer.paths]).toEqual([400, [name]]);
    }
    expect(await readEntry(staff.strapi, documentId)).toEqual(before);
  });

  it('sets no time to go live for what a member owns', async () => {
    const answer = await staff.ask(
      'strapi-editor',
      'PUT',
      `${PRACTICES}/${await staff.submitted()}`,
      {
        goLiveAt: '2040-01-01T00:00:00.000Z',
      },
    );
    expect([answer.status, answer.paths]).toEqual([400, ['goLiveAt']]);
  });
});

describe('stock Unpublish', () => {
  it('withdraws what is accepted', async () => {
    const documentId = await createEntry(staff.strapi, staff.owner, 'accepted');
    expect(
      (await staff.ask('see-moderator', 'POST', `${PRACTICES}/${documentId}/actions/unpublish`, {}))
        .status,
    ).toBe(200);
    const { draft, live } = await readEntry(staff.strapi, documentId);
    expect([draft?.reviewState, live]).toEqual(['withdrawn', null]);
    expect(await lastEvent(staff.strapi, documentId)).toMatchObject({
      action: 'unpublish',
      to: 'withdrawn',
    });
  });

  it('takes down what is live and leaves the next version with its author', async () => {
    const documentId = await createEntry(staff.strapi, staff.owner, 'draft', { isLive: true });
    expect(
      (await staff.ask('strapi-editor', 'POST', `${PRACTICES}/${documentId}/actions/unpublish`, {}))
        .status,
    ).toBe(200);
    const { draft, live } = await readEntry(staff.strapi, documentId);
    expect([draft?.reviewState, live]).toEqual(['draft', null]);
    expect(await lastEvent(staff.strapi, documentId)).toMatchObject({
      action: 'unpublish',
      from: 'draft',
      to: 'draft',
    });
  });
});

it('discards a correction of the staff, and no work of the member', async () => {
  const accepted = await createEntry(staff.strapi, staff.owner, 'accepted');
  await staff.ask('strapi-editor', 'PUT', `${PRACTICES}/${accepted}`, { title: 'A correction' });
  const { draft } = await readEntry(staff.strapi, accepted);
  expect(
    (await staff.ask('strapi-editor', 'POST', `${PRACTICES}/${accepted}/actions/discard`, {}))
      .status,
  ).toBe(200);
  expect((await readEntry(staff.strapi, accepted)).draft?.version).toBe((draft?.version ?? 0) + 1);
  const edited = await createEntry(staff.strapi, staff.owner, 'draft', { isLive: true });
  expect(
    (await staff.ask('strapi-editor', 'POST', `${PRACTICES}/${edited}/actions/discard`, {})).status,
  ).toBe(400);
});
