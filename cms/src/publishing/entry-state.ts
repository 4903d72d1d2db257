import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findProblem, type ScheduleProblem } from '../schedule/problems';
import { findLastChange } from './history';
import { singularName, type PublishedUid } from './published-entry';

const LEAVES = new Set(['unpublish', 'delete', 'erase']);

const publishedRow = z.object({
  publishedAt: z.coerce.date().transform((at) => at.toISOString()),
});

/** What an editor is told beside an entry. */
export interface EntryState {
  /** Since when readers see what was published last; null when they see nothing of it. */
  liveSince: string | null;
  /** Since when a change of it waits for the site; null when none does. */
  waiting: string | null;
  /** Why it was not published or taken down at its time. */
  problem: ScheduleProblem | null;
}

export async function readEntryState(
  strapi: Core.Strapi,
  uid: PublishedUid,
  documentId: string,
): Promise<EntryState> {
  const entry = { type: singularName(uid), documentId };
  const waiting = await findLastChange(strapi, entry, 'waiting');
  const released = await findLastChange(strapi, entry, 'released');
  const problem = await findProblem(strapi, entry.type, documentId);
  const liveSince = async () => {
    if (released) return LEAVES.has(released.change) ? null : released.at;
    if (waiting) return null;
    // Changes are kept for a while only: what is published and waits for nothing is live.
    const where = { documentId, publishedAt: { $notNull: true } };
    const row: unknown = await strapi.db
      .query(uid)
      .findOne({ select: ['publishedAt'], where, orderBy: { publishedAt: 'desc' } });
    return publishedRow.nullable().parse(row)?.publishedAt ?? null;
  };
  return { liveSince: await liveSince(), waiting: waiting?.at ?? null, problem };
}
