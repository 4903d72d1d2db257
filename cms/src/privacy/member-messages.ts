import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MESSAGE, THREAD } from '../members/message-threads';
import { addMonths } from './time-limits';

const KEPT_MONTHS = 12;

const idsSchema = z.array(z.object({ id: z.number() }));

/** Removes every exchange that a member took part in: what the other side wrote answers the member. */
export async function removeThreadsOf(strapi: Core.Strapi, member: number): Promise<void> {
  const where = { $or: [{ writer: { id: member } }, { author: { id: member } }] };
  const rows: unknown = await strapi.db.query(THREAD).findMany({ select: ['id'], where });
  const ids = idsSchema.parse(rows).map(({ id }) => id);
  if (ids.length > 0) {
    await strapi.db.query(MESSAGE).deleteMany({ where: { thread: { id: { $in: ids } } } });
    await strapi.db.query(THREAD).deleteMany({ where: { id: { $in: ids } } });
  }
  await strapi.db.query(MESSAGE).deleteMany({ where: { sender: member } });
}

/** Removes messages that are a year old, and exchanges without a younger one. */
export async function removeOldMessages(strapi: Core.Strapi, now: Date): Promise<void> {
  const before = { $lt: addMonths(now, -KEPT_MONTHS) };
  await strapi.db.query(MESSAGE).deleteMany({ where: { at: before } });
  await strapi.db.query(THREAD).deleteMany({ where: { lastAt: before } });
}
