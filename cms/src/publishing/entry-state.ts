import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { findProblem, type ScheduleProblem } from '../schedule/problems';
import { findFaults } from './find-faults';
import { findLastChange } from './history';
import { pageAddress } from './page-address';
import { singularName, type PublishedUid } from './published-entry';
import { readLatestStatus } from './publisher-status';

/** What the publisher adds is worth no longer wait: while it renders it may not answer at once. */
const STATUS_TIMEOUT_MS = 500;

const LEAVES = new Set(['unpublish', 'delete', 'erase']);

const publishedRow = z
  .looseObject({
    publishedAt: z.coerce.date().transform((at) => at.toISOString()),
    slug: z.string().nullish(),
    key: z.string().nullish(),
  })
  .nullable();

/** What an editor is told beside an entry. */
export interface EntryState {
  /** Since when readers see what was published last; null when they see nothing of it. */
  liveSince: string | null;
  /** Where they see it, in the language asked for; null when no page shows it. */
  page: string | null;
  /** Since when a change of it waits for the site; null when none does. */
  waiting: string | null;
  /** What was published last waits, because the site is held at an earlier release. */
  isHeldBack: boolean;
  /** Why its page stays as it was before. */
  fault: { message: string; at: string } | null;
  /** Why it was not published or taken down at its time. */
  problem: ScheduleProblem | null;
}

export async function readEntryState(
  strapi: Core.Strapi,
  uid: PublishedUid,
  documentId: string,
  locale: string,
): Promise<EntryState> {
  const entry = { type: singularName(uid), documentId };
  const waiting = await findLastChange(strapi, entry, 'waiting');
  const released = await findLastChange(strapi, entry, 'released');
  // Without a release, what was published before the changes were written down is live.
  const row: unknown = await strapi.db.query(uid).findOne({
    where: { documentId, publishedAt: { $notNull: true } },
    orderBy: { publishedAt: 'desc' },
  });
  const published = publishedRow.parse(row);
  const liveSince = () => {
    if (released) return LEAVES.has(released.change) ? null : released.at;
    return waiting ? null : (published?.publishedAt ?? null);
  };
  const since = liveSince();
  const address = since === null || !published ? null : pageAddress(entry.type, published, locale);
  const { siteUrl }: Settings = strapi.config.get('settings');
  return {
    liveSince: since,
    page: address === null ? null : siteUrl + address,
    waiting: waiting?.at ?? null,
    problem: await findProblem(strapi, entry.type, documentId),
    ...(await readHindrance(strapi, documentId, released?.release ?? null)),
  };
}

/** What keeps the publisher from showing the entry as it was published. */
async function readHindrance(
  strapi: Core.Strapi,
  documentId: string,
  release: string | null,
): Promise<Pick<EntryState, 'isHeldBack' | 'fault'>> {
  const status = await readLatestStatus(strapi, STATUS_TIMEOUT_MS);
  const heldAt = status?.state === 'pinned' ? (status.shows ?? status.release) : null;
  const fault = (await findFaults(strapi, status)).find((each) => each.documentId === documentId);
  return {
    // The ids of releases begin with the time at which they were made.
    isHeldBack: heldAt !== null && release !== null && release > heldAt,
    fault: fault ? { message: fault.message, at: fault.at } : null,
  };
}
