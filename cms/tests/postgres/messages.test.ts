import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createEntry } from '../moderation/entries.js';
import { count, findAccount } from '../privacy/member-data.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { openTransaction, untilSomebodyWaits } from '../support/open-transaction.js';

const THREAD = 'api::message-thread.message-thread';
const MESSAGE = 'api::message.message';
const { writeToAuthor, replyTo } = compiled('members/send-message');
const { findThread } = compiled('members/message-threads');
const { eraseMember } = compiled('privacy/erase-member');

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ database: 'postgres' });
});
afterAll(async () => {
  await cms.stop();
});

const participant = (id: number) => ({ id, displayName: 'Somebody' });
const nowhere = new Map<string, string>();

/** Two members, and the ref of a practice through which one can write to the other. */
async function createTwo(name: string) {
  const { strapi } = cms;
  const author = participant(await createMember(strapi, `author-${name}`));
  const reader = participant(await createMember(strapi, `reader-${name}`));
  const documentId = await createEntry(strapi, author.id, 'accepted', {
    over: { contactable: true },
  });
  const row: unknown = await strapi.db
    .query('api::practice.practice')
    .findOne({ where: { documentId, publishedAt: { $notNull: true } } });
  return { author, reader, practice: z.object({ ref: z.string() }).parse(row).ref };
}

async function expectNoTrace(): Promise<void> {
  expect(await count(cms.strapi, THREAD)).toBe(0);
  expect(await count(cms.strapi, MESSAGE)).toBe(0);
}

it('erases an answer that is written in the instant of the erasure', async () => {
  const { strapi } = cms;
  const { author, reader, practice } = await createTwo('one');
  const id = await writeToAuthor(strapi, nowhere, reader, { practice, text: 'Hello.' });
  const thread = await findThread(strapi, author, id);
  const account = await findAccount(strapi, reader.id);
  const answer = await openTransaction(strapi, () =>
    replyTo(strapi, nowhere, author, thread, 'Late.'),
  );
  const erased = eraseMember(strapi, account, 'keep');
  await untilSomebodyWaits(strapi);
  await answer.end();
  await erased;
  await expectNoTrace();
  const to = account.email;
  expect(await count(strapi, 'api::mail-job.mail-job', { to, template: 'messageReply' })).toBe(0);
});

it.each(['answer', 'first message'] as const)(
  'takes no %s to somebody whose erasure is under way',
  async (what) => {
    const { strapi } = cms;
    const { author, reader, practice } = await createTwo(what.slice(0, 5));
    const id = await writeToAuthor(strapi, nowhere, reader, { practice, text: 'Hello.' });
    const thread = await findThread(strapi, reader, id);
    const account = await findAccount(strapi, author.id);
    const erasure = await openTransaction(strapi, () => eraseMember(strapi, account, 'keep'));
    const sent =
      what === 'answer'
        ? replyTo(strapi, nowhere, reader, thread, 'Late.')
        : writeToAuthor(strapi, nowhere, reader, { practice, text: 'Late.' });
    const refused = expect(sent).rejects.toThrow(/can be (added|written)/);
    await untilSomebodyWaits(strapi);
    await erasure.end();
    await refused;
    await expectNoTrace();
  },
);
