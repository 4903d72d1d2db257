import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { THREAD } from '../members/message-threads';

const MOST = 100;

const personSchema = z
  .object({ displayName: z.string().nullable() })
  .nullable()
  .transform((person) => person?.displayName ?? null);
const time = z.coerce.date().transform((at) => at.toISOString());
const threadsSchema = z.array(
  z.object({
    documentId: z.string(),
    practice: z.string(),
    practiceTitle: z.string().nullable(),
    writer: personSchema,
    author: personSchema,
    reportedAt: time,
    reportedBy: z.string().nullable(),
    messages: z.array(z.object({ from: z.string(), text: z.string(), at: time })),
  }),
);

/** What members reported of each other's messages, the latest first; names and no addresses. */
export async function listReported(strapi: Core.Strapi): Promise<z.output<typeof threadsSchema>> {
  const rows: unknown = await strapi.db.query(THREAD).findMany({
    where: { reportedAt: { $notNull: true } },
    populate: { writer: true, author: true, messages: true },
    orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    limit: MOST,
  });
  return threadsSchema.parse(rows);
}
