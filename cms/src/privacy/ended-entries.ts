import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { removeUnused } from '../members/unused-files';
import { listReviewEvents } from '../moderation/review-history';
import { claimVersion, findWorkingCopy, isLive } from '../moderation/reviewed-row';
import { REVIEWED_TYPES, type ReviewedUid } from '../moderation/reviewed-types';
import { eraseEntry } from './erase-entry';
import { addMonths } from './time-limits';

const KEPT_MONTHS = 12;
const PAGE = 100;

/** States in which nobody waits for anybody. */
const ENDED = ['declined', 'withdrawn'];

const rowSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  reviewState: z.string(),
  updatedAt: z.coerce.date(),
});
type Row = z.output<typeof rowSchema>;

async function findPage(strapi: Core.Strapi, uid: ReviewedUid, after: number): Promise<Row[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: Object.keys(rowSchema.shape),
    where: {
      id: { $gt: after },
      publishedAt: { $null: true },
      reviewState: { $in: ENDED },
      owner: { id: { $notNull: true } },
    },
    orderBy: { id: 'asc' },
    limit: PAGE,
  });
  return z.array(rowSchema).parse(rows);
}

/** When the entry came into the state that it is in. */
async function endedAt(strapi: Core.Strapi, uid: ReviewedUid, row: Row): Promise<Date> {
  const events = await listReviewEvents(strapi, uid, row.documentId);
  const event = events.findLast(({ to }) => to === row.reviewState);
  return event ? new Date(event.at) : row.updatedAt;
}

async function eraseEnded(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  { documentId, reviewState }: Row,
): Promise<void> {
  const files = await strapi.db.transaction(async () => {
    const row = await findWorkingCopy(strapi, uid, documentId);
    if (row?.reviewState !== reviewState || (await isLive(strapi, uid, documentId))) return [];
    // Its member may be reopening it at this moment.
    if ((await claimVersion(strapi, uid, row)) === undefined) return [];
    return eraseEntry(strapi, { uid, documentId }, 'remove');
  });
  await removeUnused(strapi, files);
}

/** Erases entries that were declined or withdrawn a year ago and are not live. */
export async function eraseEndedEntries(strapi: Core.Strapi, now: Date): Promise<void> {
  const before = addMonths(now, -KEPT_MONTHS);
  for (const uid of REVIEWED_TYPES) {
    let page = await findPage(strapi, uid, 0);
    while (page.length > 0) {
      for (const row of page) {
        if ((await endedAt(strapi, uid, row)) < before) await eraseEnded(strapi, uid, row);
      }
      page = await findPage(strapi, uid, page.at(-1)?.id ?? 0);
    }
  }
}
