import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import { memberLink } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { ConflictError } from '../requests/conflict-error';
import { findAccount } from './find-account';
import { MESSAGE, otherSide, sideOf, THREAD, type Side, type Thread } from './message-threads';
import type { Member } from './signed-in';
import { refuseTooOften, type Answering } from './too-often';

const A_DAY = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

const practiceSchema = z
  .object({ title: z.string(), owner: z.object({ id: z.number() }).nullable() })
  .nullable();

/** @throws RateLimitError (429) for the sixth message within a day, first ones and replies alike */
async function keepWithinDay(strapi: Core.Strapi, ctx: Answering, { id }: Member): Promise<void> {
  // Of two at once, the second waits to be counted with the first.
  await strapi.db
    .queryBuilder('plugin::users-permissions.user')
    .select('id')
    .where({ id })
    .forUpdate()
    .execute();
  const rows: unknown = await strapi.db.query(MESSAGE).findMany({
    select: ['at'],
    where: { sender: id, at: { $gt: new Date(Date.now() - DAY_MS) } },
    orderBy: { at: 'asc' },
  });
  const sent = z.array(z.object({ at: z.coerce.date() })).parse(rows);
  const [first] = sent;
  if (!first || sent.length < A_DAY) return;
  const wait = (first.at.getTime() + DAY_MS - Date.now()) / 1000;
  refuseTooOften(ctx, `You may send ${A_DAY} messages a day: write again later.`, wait);
}

async function addMessage(
  strapi: Core.Strapi,
  thread: number,
  from: Side,
  member: Member,
  text: string,
): Promise<void> {
  const at = new Date();
  await strapi.db.query(MESSAGE).create({ data: { thread, from, text, at, sender: member.id } });
  await strapi.db.query(THREAD).update({ where: { id: thread }, data: { lastAt: at } });
}

async function mailTo(
  strapi: Core.Strapi,
  to: number,
  template: 'messageReceived' | 'messageReply',
  { title, name, message }: { title: string; name: string; message: string },
): Promise<void> {
  const account = await findAccount(strapi, { id: to });
  if (!account) return;
  const { email, language } = account;
  const link = memberLink(strapi, language, '/messages');
  await queueMail(strapi, {
    to: email,
    language,
    template,
    values: { title, name, message, link },
  });
}

const nameOf = ({ displayName }: Member) => displayName ?? 'A member';

/** The published practice and its owner, when the owner wants to be written to. */
async function findContactable(strapi: Core.Strapi, ref: string, member: Member) {
  const where = { ref, publishedAt: { $notNull: true }, contactable: true, hidden: { $not: true } };
  const row: unknown = await strapi.db
    .query('api::practice.practice')
    .findOne({ where, populate: ['owner'] });
  const practice = practiceSchema.parse(row);
  const owner = practice?.owner && (await findAccount(strapi, { id: practice.owner.id }));
  if (!practice || !owner || owner.id === member.id) {
    const message = 'Nobody can be written to about this practice.';
    refuse([{ path: ['practice'], message }]);
    throw new Error(message);
  }
  return { title: practice.title, owner };
}

const createdSchema = z.object({ id: z.number(), documentId: z.string() });

/**
 * Writes to the author of a practice, who learns the name of the writer and no address.
 *
 * @returns the id of the thread
 */
export async function writeToAuthor(
  strapi: Core.Strapi,
  ctx: Answering,
  member: Member,
  { practice, text }: { practice: string; text: string },
): Promise<string> {
  const { title, owner } = await findContactable(strapi, practice, member);
  return strapi.db.transaction(async () => {
    await keepWithinDay(strapi, ctx, member);
    const data = { practice, practiceTitle: title, lastAt: new Date(), writer: member.id };
    const row: unknown = await strapi.db
      .query(THREAD)
      .create({ data: { ...data, author: owner.id } });
    const { id, documentId } = createdSchema.parse(row);
    await addMessage(strapi, id, 'writer', member, text);
    const values = { title, name: nameOf(member), message: text };
    await mailTo(strapi, owner.id, 'messageReceived', values);
    return documentId;
  });
}

/** @throws ConflictError for a thread that was reported, or whose other side has left */
export async function replyTo(
  strapi: Core.Strapi,
  ctx: Answering,
  member: Member,
  thread: Thread,
  text: string,
): Promise<void> {
  const side = sideOf(thread, member);
  const other = thread[otherSide(side)];
  if (thread.reportedAt !== null || other === null) {
    const message = 'Nothing can be added to this exchange any more.';
    throw new ConflictError({ path: [], message });
  }
  await strapi.db.transaction(async () => {
    await keepWithinDay(strapi, ctx, member);
    await addMessage(strapi, thread.id, side, member, text);
    const values = { title: thread.practiceTitle ?? '', name: nameOf(member), message: text };
    await mailTo(strapi, other.id, 'messageReply', values);
  });
}

/** Ends an exchange and hands it to the moderators; who reports again changes nothing. */
export async function reportThread(
  strapi: Core.Strapi,
  member: Member,
  thread: Thread,
): Promise<void> {
  await strapi.db.query(THREAD).updateMany({
    where: { id: thread.id, reportedAt: { $null: true } },
    data: { reportedAt: new Date(), reportedBy: sideOf(thread, member) },
  });
}
