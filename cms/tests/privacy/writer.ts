import type { Core } from '@strapi/strapi';
import { rowId } from '../../src/access/row-id.js';
import { NOTICE, PRACTICE } from '../documents/support.js';
import { createEntry } from '../moderation/entries.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { createFile, findAccount } from './member-data.js';

/** A member whose every trace carries the given name. */
export async function createWriter(strapi: Core.Strapi, name: string) {
  const { changeState } = compiled('moderation/change-state');
  const id = await createMember(strapi, name);
  const own = await createFile(strapi, true);
  const editors = await createFile(strapi, false);
  const images = [own, editors].map(({ id: file }) => ({
    file,
    alt: `Picture by ${name}`,
    credit: name,
    consent: true,
  }));
  const credited = { authorCredit: `${name} Credited`, contactable: true };
  const live = await createEntry(strapi, id, 'accepted', {
    over: { title: `Live by ${name}`, ...credited },
  });
  await changeState(strapi, {
    uid: PRACTICE,
    documentId: live,
    action: 'edit',
    by: { kind: 'member', userId: id },
    data: { problem: `Not yet said by ${name}` },
  });
  const draft = await createEntry(strapi, id, 'draft', {
    over: { title: `Draft ${name}`, images },
  });
  const notice = await createEntry(strapi, id, 'submitted', {
    uid: NOTICE,
    over: { text: `Maps of ${name}` },
  });
  await changeState(strapi, {
    uid: NOTICE,
    documentId: notice,
    action: 'decline',
    by: { kind: 'editor', name: 'Elena Test' },
    message: `Dear ${name}, no.`,
  });
  await strapi.sessionManager('users-permissions').generateRefreshToken(String(id), undefined, {
    type: 'refresh',
  });
  await compiled('mail/queue-mail').queueMail(strapi, {
    to: `${name.toLowerCase()}@example.org`,
    language: 'en',
    template: 'submitted',
    values: { title: `Title ${name}`, link: 'https://see.example/' },
  });
  await createTraces(strapi, name, id, live);
  return { account: await findAccount(strapi, id), live, draft, notice, own, editors };
}

/** What else the platform keeps of a member for a while. */
async function createTraces(strapi: Core.Strapi, name: string, id: number, live: string) {
  const at = new Date();
  await strapi.db.query('api::hand-over.hand-over').create({
    data: {
      type: 'practice',
      entry: live,
      email: `friend-of-${name}@example.org`,
      offeredAt: at,
      offeredBy: id,
    },
  });
  await strapi.db.query('api::idempotency-key.idempotency-key').create({
    data: { key: `${id}:once`, request: 'x', at, answer: { status: 201, body: { by: name } } },
  });
  await strapi.db.query('api::yearly-question.yearly-question').create({
    data: { key: `key-${id}`, entry: live, askedAt: at, expiresAt: at, note: `Says ${name}` },
  });
  const thread: unknown = await strapi.db.query('api::message-thread.message-thread').create({
    data: { practice: 'SEE-P-001', practiceTitle: 'Another', writer: id, lastAt: at },
  });
  const message = { thread: rowId(thread), at, from: 'writer', sender: id };
  await strapi.db
    .query('api::message.message')
    .create({ data: { ...message, text: `Written by ${name}` } });
}
