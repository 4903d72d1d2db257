import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PRACTICE } from '../documents/support.js';
import { createEntry } from '../moderation/entries.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { ACCOUNT, count, createFile, FILE, pathOf } from './member-data.js';
import { createWriter } from './writer.js';

const MAIL = 'api::mail-job.mail-job';
const HOUR_MS = 3_600_000;
const mailsSchema = z.array(
  z.object({ template: z.string(), values: z.record(z.string(), z.string()) }),
);

export function describeRetention(database: 'sqlite' | 'postgres'): void {
  const { applyRetention } = compiled('privacy/retention');
  const { changeState } = compiled('moderation/change-state');

  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot({ database });
  });
  afterAll(async () => {
    await cms.stop();
  });

  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  const retainAt = (text: string) => applyRetention(cms.strapi, day(text));
  const isThere = async (id: number) => (await count(cms.strapi, ACCOUNT, { id })) === 1;
  const set = (id: number, data: object) =>
    cms.strapi.db.query(ACCOUNT).update({ where: { id }, data });

  async function createAccount(name: string, data: object): Promise<number> {
    const id = await createMember(cms.strapi, name);
    await set(id, data);
    return id;
  }
  const mailsTo = async (name: string) => {
    const where = { to: `${name}@example.org` };
    return mailsSchema.parse(
      await cms.strapi.db.query(MAIL).findMany({ where, orderBy: { id: 'asc' } }),
    );
  };

  it('removes accounts that nobody confirmed within a week, without a word', async () => {
    const registered = { createdAt: day('2020-03-01'), confirmed: false };
    const unconfirmed = await createAccount('unconfirmed', registered);
    const confirmed = await createAccount('confirmed', { ...registered, confirmed: true });
    await retainAt('2020-03-07');
    expect(await isThere(unconfirmed)).toBe(true);
    await retainAt('2020-03-09');
    expect(await isThere(unconfirmed)).toBe(false);
    expect(await isThere(confirmed)).toBe(true);
    expect(await mailsTo('unconfirmed')).toEqual([]);
    expect(existsSync(path.join(cms.dataDir, 'erasures.jsonl'))).toBe(false);
  });

  it('warns the inactive once, a month ahead, and erases them but not what is live', async () => {
    const { account, live, draft } = await createWriter(cms.strapi, 'sleeper');
    await set(account.id, { lastSeenAt: new Date('2018-01-31T09:00:00Z'), language: 'ro' });
    await retainAt('2019-12-30');
    expect((await mailsTo('sleeper')).map(({ template }) => template)).not.toContain(
      'inactiveWarning',
    );
    await retainAt('2019-12-31');
    await retainAt('2020-01-01');
    const warnings = (await mailsTo('sleeper')).filter(
      ({ template }) => template === 'inactiveWarning',
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.values).toMatchObject({ date: '31 ianuarie 2020' });
    await retainAt('2020-01-30');
    expect(await isThere(account.id)).toBe(true);
    await retainAt('2020-01-31');
    expect(await isThere(account.id)).toBe(false);
    expect(await count(cms.strapi, PRACTICE, { documentId: live })).toBe(2);
    expect(await count(cms.strapi, PRACTICE, { documentId: draft })).toBe(0);
    expect((await mailsTo('sleeper')).map(({ template }) => template)).toEqual(['accountErased']);
    expect(readFileSync(path.join(cms.dataDir, 'erasures.jsonl'), 'utf8')).toContain(
      account.documentId,
    );
  });

  it('gives a month after the warning, however late that comes', async () => {
    const id = await createAccount('late', { lastSeenAt: day('2015-01-01') });
    await retainAt('2020-02-10');
    const [warning] = await mailsTo('late');
    expect(warning?.values).toMatchObject({ date: '10 March 2020' });
    await retainAt('2020-03-09');
    expect(await isThere(id)).toBe(true);
    await retainAt('2020-03-10');
    expect(await isThere(id)).toBe(false);
  });

  it('takes being seen for an answer to the warning', async () => {
    const id = await createAccount('awake', { createdAt: day('2018-02-01') });
    await retainAt('2020-01-15');
    expect(await mailsTo('awake')).toHaveLength(1);
    await compiled('accounts/last-seen').noteSeen(cms.strapi, { id, lastSeenAt: null });
    await retainAt('2020-02-20');
    expect(await isThere(id)).toBe(true);
    expect(await count(cms.strapi, ACCOUNT, { id, inactiveWarnedAt: { $null: true } })).toBe(1);
  });

  it('erases what was declined or withdrawn a year ago and is not live', async () => {
    const { strapi } = cms;
    const owner = await createMember(strapi, 'prolific');
    const editor = { kind: 'editor', name: 'Elena Test' } as const;
    const declined = await createEntry(strapi, owner, 'submitted');
    const ofDeclined = { uid: PRACTICE, documentId: declined } as const;
    await changeState(strapi, { ...ofDeclined, action: 'decline', by: editor, message: 'No.' });
    const unpublished = await createEntry(strapi, owner, 'accepted');
    const ofUnpublished = { uid: PRACTICE, documentId: unpublished } as const;
    await changeState(strapi, { ...ofUnpublished, action: 'unpublish', by: editor });
    const draft = await createEntry(strapi, owner, 'draft');
    const declinedBesideLive = await createEntry(strapi, owner, 'declined', { isLive: true });
    const reopened = await createEntry(strapi, owner, 'submitted');
    const ofReopened = { uid: PRACTICE, documentId: reopened } as const;
    await changeState(strapi, { ...ofReopened, action: 'decline', by: editor, message: 'No.' });
    await changeState(strapi, { ...ofReopened, action: 'reopen', by: editor });
    const rowsOf = (documentId: string) => count(strapi, PRACTICE, { documentId });

    const inMonths = (months: number) => {
      const date = new Date(Date.now() + HOUR_MS);
      date.setUTCMonth(date.getUTCMonth() + months);
      return date;
    };
    await applyRetention(strapi, inMonths(11));
    expect(await rowsOf(declined)).toBe(1);
    await applyRetention(strapi, inMonths(12));
    expect(await Promise.all([declined, unpublished].map(rowsOf))).toEqual([0, 0]);
    expect(await Promise.all([draft, reopened, declinedBesideLive].map(rowsOf))).toEqual([1, 1, 2]);
    const where = { entry: { $in: [declined, unpublished] } };
    expect(await count(strapi, 'api::review-event.review-event', where)).toBe(0);
  });

  it('clears away files of members that no entry shows, and none of the editors', async () => {
    const { strapi } = cms;
    const unused = await createFile(strapi, true);
    const editors = await createFile(strapi, false);
    const { own } = await createWriter(strapi, 'pictured');
    const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
    await applyRetention(strapi, at(23));
    expect(existsSync(pathOf(strapi, unused))).toBe(true);
    await applyRetention(strapi, at(25));
    const left = [unused, editors, own].map((file) => existsSync(pathOf(strapi, file)));
    expect(left).toEqual([false, true, true]);
    expect(await count(strapi, FILE, { id: unused.id })).toBe(0);
  });

  it('removes messages after a year', async () => {
    const { strapi } = cms;
    const { account } = await createWriter(strapi, 'talker');
    const messages = () => count(strapi, 'api::message.message', { sender: account.id });
    const at = (days: number) => new Date(Date.now() + days * 24 * HOUR_MS);
    await applyRetention(strapi, at(364));
    expect(await messages()).toBe(1);
    await applyRetention(strapi, at(367));
    expect(await messages()).toBe(0);
    const where = { writer: { id: account.id } };
    expect(await count(strapi, 'api::message-thread.message-thread', where)).toBe(0);
  });

  it('forgets codes that have ended', async () => {
    const codes = { confirmationToken: 'one', resetPasswordToken: 'other' };
    const id = await createAccount('forgetful', codes);
    const at = (hours: number) =>
      applyRetention(cms.strapi, new Date(Date.now() + hours * HOUR_MS));
    await at(0.9);
    expect(await count(cms.strapi, ACCOUNT, { id, ...codes })).toBe(1);
    await at(49);
    const gone = { confirmationToken: { $null: true }, resetPasswordToken: { $null: true } };
    expect(await count(cms.strapi, ACCOUNT, { id, ...gone })).toBe(1);
  });
}
