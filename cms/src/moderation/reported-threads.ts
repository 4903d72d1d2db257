import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { THREAD } from '../members/message-threads';
import { ConflictError } from '../requests/conflict-error';

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

const WAITING = { reportedAt: { $notNull: true }, settledAt: { $null: true } };

/** What members reported of each other's messages, the latest first; names and no addresses. */
export async function listReported(strapi: Core.Strapi): Promise<z.output<typeof threadsSchema>> {
  const rows: unknown = await strapi.db.query(THREAD).findMany({
    where: WAITING,
    populate: { writer: true, author: true, messages: true },
    orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    limit: MOST,
  });
  return threadsSchema.parse(rows);
}

export function countReported(strapi: Core.Strapi): Promise<number> {
  return strapi.db.query(THREAD).count({ where: WAITING });
}

/**
 * A moderator settles a report: the exchange stays closed, or its sides may write to each other
 * again.
 *
 * @throws NotFoundError when there is no such report
 * @throws ConflictError when somebody has settled it already
 */
export async function settleReport(
  strapi: Core.Strapi,
  documentId: string,
  reopens: boolean,
): Promise<void> {
  const threads = strapi.db.query(THREAD);
  const { count } = await threads.updateMany({
    where: { documentId, ...WAITING },
    data: reopens ? { reportedAt: null, reportedBy: null } : { settledAt: new Date() },
  });
  if (count > 0) return;
  if ((await threads.count({ where: { documentId } })) === 0) {
    throw new errors.NotFoundError('There is no such report.');
  }
  throw new ConflictError({ path: [], message: 'Somebody has settled this report already.' });
}
