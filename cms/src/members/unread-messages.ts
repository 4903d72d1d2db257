import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  isUnread,
  SIDES,
  sideOf,
  THREAD,
  whereOwn,
  type Participant,
  type Thread,
} from './message-threads';

const time = z.coerce.date().transform((at) => at.toISOString());
const rowsSchema = z.array(
  z.object({
    writer: z.object({ id: z.number() }).nullable(),
    writerSeenAt: time.nullable(),
    authorSeenAt: time.nullable(),
    messages: z.array(z.object({ from: z.enum(SIDES), at: time })),
  }),
);

/** How many messages wait for a member who has not looked yet; what was reported waits for nobody. */
export async function countUnread(strapi: Core.Strapi, member: Participant): Promise<number> {
  const rows: unknown = await strapi.db.query(THREAD).findMany({
    where: { ...whereOwn(member), reportedAt: { $null: true } },
    populate: { writer: { select: ['id'] }, messages: { select: ['from', 'at'] } },
  });
  return rowsSchema
    .parse(rows)
    .flatMap((thread) => thread.messages.filter((each) => isUnread(thread, member, each))).length;
}

/** Notes that a member has looked at what came up to a time; what came later stays unread. */
export async function markSeen(
  strapi: Core.Strapi,
  member: Participant,
  thread: Thread,
  until: string,
): Promise<void> {
  const seen = thread.messages.filter(
    (each) => isUnread(thread, member, each) && Date.parse(each.at) <= Date.parse(until),
  );
  const last = seen
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined) return;
  const field = `${sideOf(thread, member)}SeenAt`;
  const at = new Date(last);
  // Of two pages that are open at once, the one that has seen more decides.
  const isOlder = { $or: [{ [field]: { $null: true } }, { [field]: { $lt: at } }] };
  await strapi.db
    .query(THREAD)
    .updateMany({ where: { id: thread.id, ...isOlder }, data: { [field]: at } });
}
