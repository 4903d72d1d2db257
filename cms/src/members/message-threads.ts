import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Account } from './find-account';

export const THREAD = 'api::message-thread.message-thread';
export const MESSAGE = 'api::message.message';

export const SIDES = ['writer', 'author'] as const;
export type Side = (typeof SIDES)[number];

const personSchema = z.object({ id: z.number(), displayName: z.string().nullable() }).nullable();
const time = z.coerce.date().transform((at) => at.toISOString());
const threadSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  practice: z.string(),
  practiceTitle: z.string().nullable(),
  writer: personSchema,
  author: personSchema,
  writerSeenAt: time.nullable(),
  authorSeenAt: time.nullable(),
  reportedAt: time.nullable(),
  messages: z.array(z.object({ id: z.number(), from: z.enum(SIDES), text: z.string(), at: time })),
});
export type Thread = z.output<typeof threadSchema>;

/** Who reads a thread or writes to it, signed in or by a mailed link. */
export type Participant = Pick<Account, 'id' | 'displayName'>;

const populate = { writer: true, author: true, messages: true };

export const otherSide = (side: Side): Side => (side === 'writer' ? 'author' : 'writer');

/** On which side of a thread a member is. */
export function sideOf({ writer }: Pick<Seen, 'writer'>, { id }: Participant): Side {
  return writer?.id === id ? 'writer' : 'author';
}

export const whereOwn = ({ id }: Participant) => ({
  $or: [{ writer: { id } }, { author: { id } }],
});

type Seen = Pick<Thread, 'writerSeenAt' | 'authorSeenAt'> & { writer: { id: number } | null };
type Sent = Pick<Thread['messages'][number], 'from' | 'at'>;

/** Whether the other side wrote this since the member last looked or wrote. */
export function isUnread(thread: Seen, member: Participant, { from, at }: Sent): boolean {
  const side = sideOf(thread, member);
  return from !== side && at > (thread[`${side}SeenAt`] ?? '');
}

/** A thread that a member takes part in, or null. */
export async function findOwnThread(
  strapi: Core.Strapi,
  member: Participant,
  documentId: string,
): Promise<Thread | null> {
  const row: unknown = await strapi.db
    .query(THREAD)
    .findOne({ where: { documentId, ...whereOwn(member) }, populate });
  return threadSchema.nullable().parse(row);
}

/** @throws NotFoundError for a thread of others and for none alike */
export async function findThread(
  strapi: Core.Strapi,
  member: Participant,
  documentId: string,
): Promise<Thread> {
  const thread = await findOwnThread(strapi, member, documentId);
  if (!thread) throw new errors.NotFoundError('There is no such message.');
  return thread;
}

/** A member's threads, the latest first. */
export async function listThreads(
  strapi: Core.Strapi,
  member: Participant,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ threads: Thread[]; total: number }> {
  const where = whereOwn(member);
  const rows: unknown = await strapi.db.query(THREAD).findMany({
    where,
    populate,
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const total = await strapi.db.query(THREAD).count({ where });
  return { threads: z.array(threadSchema).parse(rows), total };
}

/** A thread as one of its sides may read it: names, if the other has given one, and no address. */
export function answerThread(thread: Thread, member: Participant) {
  const side = sideOf(thread, member);
  const other = thread[otherSide(side)];
  const messages = [...thread.messages].sort((one, next) => one.id - next.id);
  return {
    id: thread.documentId,
    practice: { ref: thread.practice, title: thread.practiceTitle },
    with: other?.displayName ?? null,
    isReported: thread.reportedAt !== null,
    unread: messages.filter((message) => isUnread(thread, member, message)).length,
    mayReply: thread.reportedAt === null && other !== null,
    messages: messages.map((message) => ({
      isMine: message.from === side,
      isNew: isUnread(thread, member, message),
      text: message.text,
      at: message.at,
    })),
  };
}
