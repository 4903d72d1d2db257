import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MESSAGE, type Participant } from './message-threads';
import { refuseTooOften, type Answering } from './too-often';

const A_DAY = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * To be called while the account is locked: of two at once, the second is counted with the first.
 *
 * @throws RateLimitError (429) for the sixth message within a day, first ones and replies alike
 */
export async function keepWithinDay(
  strapi: Core.Strapi,
  ctx: Answering,
  { id }: Participant,
): Promise<void> {
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
