import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createEntry, readEntry } from '../moderation/entries.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signIn, type Ask } from './asking.js';

let cms: RunningCms;
let giver: { id: number; ask: Ask };
let taker: { id: number; ask: Ask };
let stranger: { id: number; ask: Ask };
beforeAll(async () => {
  cms = await boot({ listen: true });
  giver = await signIn(cms, 'giver');
  taker = await signIn(cms, 'taker');
  stranger = await signIn(cms, 'stranger');
});
afterAll(async () => {
  await cms.stop();
});

const offersSchema = z.array(z.object({ id: z.string(), title: z.string() }).loose());

async function offersTo({ ask }: { ask: Ask }) {
  return offersSchema.parse((await ask('GET', '/hand-overs')).body.data);
}

async function offerTo(email: string) {
  const documentId = await createEntry(cms.strapi, giver.id, 'accepted');
  const path = `/practices/${documentId}`;
  const { version } = (await giver.ask('GET', path)).entry();
  const answer = await giver.ask('POST', `${path}/hand-over`, { body: { version, email } });
  return { documentId, path, answer };
}

async function mailsTo(to: string): Promise<string[]> {
  const rows: unknown = await cms.strapi.db
    .query('api::mail-job.mail-job')
    .findMany({ where: { to } });
  return z
    .array(z.object({ template: z.string() }))
    .parse(rows)
    .map(({ template }) => template);
}

it('hands an entry with its live version to the member who agrees', async () => {
  const { path, answer } = await offerTo('Taker@example.org');
  expect(answer.status).toBe(202);
  expect(await offersTo(stranger)).toEqual([]);
  const [offer] = await offersTo(taker);
  expect(offer).toMatchObject({ title: 'A square for everybody', type: 'practice' });
  expect(JSON.stringify(offer)).not.toContain('@');
  const accept = `/hand-overs/${offer?.id ?? ''}/accept`;
  expect((await stranger.ask('POST', accept, { body: {} })).status).toBe(404);
  expect((await taker.ask('POST', accept, { body: {} })).status).toBe(204);
  expect((await giver.ask('GET', path)).status).toBe(404);
  const theirs = (await taker.ask('GET', path)).entry();
  expect(theirs).toMatchObject({ reviewState: 'accepted' });
  expect(theirs.live).not.toBeNull();
  expect((await taker.ask('POST', accept, { body: {} })).status).toBe(404);
  expect(await mailsTo('taker@example.org')).toEqual(['handOverOffered']);
  expect(await mailsTo('giver@example.org')).toContain('handOverAccepted');
  // What goes back to the live version stays with the new owner.
  await taker.ask('PUT', path, { body: { version: theirs.version, data: { title: 'Mine' } } });
  expect((await taker.ask('DELETE', path)).entry()).toMatchObject({ reviewState: 'accepted' });
});

it('leaves it where it is when the other member declines', async () => {
  const { path } = await offerTo('taker@example.org');
  const [offer] = await offersTo(taker);
  expect((await taker.ask('POST', `/hand-overs/${offer?.id ?? ''}/decline`)).status).toBe(204);
  expect(await offersTo(taker)).toEqual([]);
  expect((await giver.ask('GET', path)).status).toBe(200);
  expect(await mailsTo('giver@example.org')).toContain('handOverDeclined');
});

it('mails a member about five offers within an hour, and shows them all', async () => {
  const keen = await signIn(cms, 'keen');
  for (let offer = 1; offer <= 6; offer += 1) await offerTo('keen@example.org');
  expect(await mailsTo('keen@example.org')).toHaveLength(5);
  expect(await offersTo(keen)).toHaveLength(6);
});

it('answers an unknown address as a known one, and mails nobody', async () => {
  const known = (await offerTo('taker@example.org')).answer;
  const unknown = (await offerTo('nobody@example.org')).answer;
  const shape = ({ status, body }: typeof known) => [status, Object.keys(body.data as object)];
  expect(shape(unknown)).toEqual(shape(known));
  expect(await mailsTo('nobody@example.org')).toEqual([]);
});

it('refuses an own, a missing and a malformed address, and what is not accepted', async () => {
  const documentId = await createEntry(cms.strapi, giver.id, 'draft');
  const path = `/practices/${documentId}/hand-over`;
  for (const email of ['giver@example.org', '', 'x', undefined]) {
    const refused = await giver.ask('POST', path, { body: { version: 1, email } });
    expect([refused.status, refused.faults]).toEqual([400, ['email']]);
  }
  const draft = await giver.ask('POST', path, { body: { version: 1, email: 'taker@example.org' } });
  expect(draft.status).toBe(409);
});

it('notes a wish to be taken down, and leaves what is live', async () => {
  const documentId = await createEntry(cms.strapi, giver.id, 'accepted');
  const path = `/practices/${documentId}`;
  const { version } = (await giver.ask('GET', path)).entry();
  const asked = await giver.ask('POST', `${path}/request-removal`, { body: { version } });
  expect(asked.entry()).toMatchObject({ reviewState: 'accepted', version: version + 1 });
  expect(asked.body.data).toHaveProperty('removalRequestedAt', expect.any(String));
  expect((await readEntry(cms.strapi, documentId)).live).not.toBeNull();
});
