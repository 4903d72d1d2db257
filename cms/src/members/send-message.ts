import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { lockAccounts } from '../accounts/account-row';
import { refuse } from '../documents/issues';
import { queueMail } from '../mail/queue-mail';
import { ConflictError } from '../requests/conflict-error';
import { findAccount } from './find-account';
import { keepWithinDay } from './message-quota';
import {
  MESSAGE,
  otherSide,
  sideOf,
  THREAD,
  type Participant,
  type Side,
  type Thread,
} from './message-threads';
import { replyLink } from './reply-links';
import type { Answering } from './too-often';

const ENDED = 'Nothing can be added to this exchange any more.';

/** What one side writes to the other. */
export const messageText = z.string().trim().min(1).max(4000);

const practiceSchema = z
  .object({ title: z.string(), owner: z.object({ id: z.number() }).nullable() })
  .nullable();

/** @throws ConflictError for a thread that was reported or erased, if only a moment ago */
async function addMessage(
  strapi: Core.Strapi,
  thread: number,
  from: Side,
  member: Participant,
  text: string,
): Promise<void> {
  const at = new Date();
  const open = { id: thread, reportedAt: { $null: true } };
  // Who writes has read what stands above it.
  const data = { lastAt: at, [`${from}SeenAt`]: at };
  const { count } = await strapi.db.query(THREAD).updateMany({ where: open, data });
  if (count === 0) throw new ConflictError({ path: [], message: ENDED });
  await strapi.db.query(MESSAGE).create({ data: { thread, from, text, at, sender: member.id } });
}

interface News {
  /** The id of the thread. */
  thread: string;
  title: string;
  name: string;
  message: string;
}

async function mailTo(
  strapi: Core.Strapi,
  to: number,
  template: 'messageReceived' | 'messageReply',
  { thread, ...news }: News,
): Promise<void> {
  const account = await findAccount(strapi, { id: to });
  if (!account) return;
  const values = { ...news, link: replyLink(strapi, thread, account) };
  await queueMail(strapi, { to: account.email, language: account.language, template, values });
}

const nameOf = ({ displayName }: Participant) => displayName ?? 'A member';

function refuseUnreachable(): never {
  const message = 'Nobody can be written to about this practice.';
  refuse([{ path: ['practice'], message }]);
  throw new Error(message);
}

/** The published practice and its owner, when the owner wants to be written to. */
async function findContactable(strapi: Core.Strapi, ref: string, member: Participant) {
  const where = { ref, publishedAt: { $notNull: true }, contactable: true, hidden: { $not: true } };
  const row: unknown = await strapi.db
    .query('api::practice.practice')
    .findOne({ where, populate: ['owner'] });
  const practice = practiceSchema.parse(row);
  const owner = practice?.owner && (await findAccount(strapi, { id: practice.owner.id }));
  if (!practice || !owner || owner.id === member.id) return refuseUnreachable();
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
  member: Participant,
  { practice, text }: { practice: string; text: string },
): Promise<string> {
  const { title, owner } = await findContactable(strapi, practice, member);
  return strapi.db.transaction(async () => {
    // An account that is erased meanwhile takes its exchanges along, and this would not be among them.
    if (!(await lockAccounts(strapi, member.id, owner.id))) refuseUnreachable();
    await keepWithinDay(strapi, ctx, member);
    const data = { practice, practiceTitle: title, lastAt: new Date(), writer: member.id };
    const row: unknown = await strapi.db
      .query(THREAD)
      .create({ data: { ...data, author: owner.id } });
    const { id, documentId } = createdSchema.parse(row);
    await addMessage(strapi, id, 'writer', member, text);
    const news = { thread: documentId, title, name: nameOf(member), message: text };
    await mailTo(strapi, owner.id, 'messageReceived', news);
    return documentId;
  });
}

/** @throws ConflictError for a thread that was reported, or whose other side has left */
export async function replyTo(
  strapi: Core.Strapi,
  ctx: Answering,
  member: Participant,
  thread: Thread,
  text: string,
): Promise<void> {
  const side = sideOf(thread, member);
  const other = thread[otherSide(side)];
  if (thread.reportedAt !== null || other === null) {
    throw new ConflictError({ path: [], message: ENDED });
  }
  await strapi.db.transaction(async () => {
    if (!(await lockAccounts(strapi, member.id, other.id))) {
      throw new ConflictError({ path: [], message: ENDED });
    }
    await keepWithinDay(strapi, ctx, member);
    await addMessage(strapi, thread.id, side, member, text);
    const title = thread.practiceTitle ?? '';
    const news = { thread: thread.documentId, title, name: nameOf(member), message: text };
    await mailTo(strapi, other.id, 'messageReply', news);
  });
}

/** Ends an exchange and hands it to the moderators; who reports again changes nothing. */
export async function reportThread(
  strapi: Core.Strapi,
  member: Participant,
  thread: Thread,
): Promise<void> {
  await strapi.db.query(THREAD).updateMany({
    where: { id: thread.id, reportedAt: { $null: true } },
    data: { reportedAt: new Date(), reportedBy: sideOf(thread, member) },
  });
}
