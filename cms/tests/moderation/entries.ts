import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ReviewState } from '../../src/moderation/review-states.js';
import type { ReviewedUid } from '../../src/moderation/reviewed-types.js';
import { documents, NOTICE, PRACTICE } from '../documents/support.js';
import { compiled } from '../support/compiled.js';

const DATA: Readonly<Record<string, Record<string, unknown>>> = {
  [PRACTICE]: {
    title: 'A square for everybody',
    oneLine: 'A square was given back to those who walk.',
    originalLanguage: 'en',
    form: 'short',
    lifecycle: 'running',
  },
  [NOTICE]: { kind: 'offered', text: 'Maps to lend.', expiresOn: '2030-01-01' },
};

interface Options {
  uid?: ReviewedUid;
  isLive?: boolean;
  /** Values that differ from those of every entry. */
  over?: Record<string, unknown>;
}

/** An entry of a member in a state, written past the review; with `isLive`, accepted before that. */
export async function createEntry(
  strapi: Core.Strapi,
  owner: number,
  state: ReviewState,
  { uid = PRACTICE, isLive = state === 'accepted', over = {} }: Options = {},
): Promise<string> {
  const data = { ...DATA[uid], ...over, owner };
  const { documentId } = await documents(strapi, uid).create({ data });
  const put = (reviewState: ReviewState) =>
    strapi.db.query(uid).updateMany({
      where: { documentId, publishedAt: { $null: true } },
      data: { reviewState },
    });
  if (isLive) {
    await put('submitted');
    await compiled('moderation/change-state').changeState(strapi, {
      uid,
      documentId,
      action: 'accept',
      by: { kind: 'editor', name: 'Set Up' },
    });
  }
  await put(state);
  return documentId;
}

const rowSchema = z.object({
  reviewState: z.string().nullable(),
  version: z.number().nullable(),
  reviewerMessage: z.string().nullable(),
  submittedAt: z.unknown(),
  removalRequestedAt: z.unknown(),
});

/** What the working copy and the live version of an entry say of its review. */
export async function readEntry(
  strapi: Core.Strapi,
  documentId: string,
  uid: ReviewedUid = PRACTICE,
) {
  const find = async (publishedAt: object) => {
    const row: unknown = await strapi.db.query(uid).findOne({ where: { documentId, publishedAt } });
    return rowSchema.nullable().parse(row);
  };
  return { draft: await find({ $null: true }), live: await find({ $notNull: true }) };
}

/** The latest step in the history of an entry. */
export async function lastEvent(
  strapi: Core.Strapi,
  documentId: string,
  uid: ReviewedUid = PRACTICE,
) {
  const events = await compiled('moderation/review-history').listReviewEvents(
    strapi,
    uid,
    documentId,
  );
  return events.at(-1);
}

const mailsSchema = z.array(
  z.object({
    to: z.string(),
    language: z.string(),
    template: z.string(),
    values: z.record(z.string(), z.string()),
  }),
);

/** The mails that were queued while something was done. */
export async function mailsOf(strapi: Core.Strapi, work: () => Promise<unknown>) {
  const jobs = strapi.db.query('api::mail-job.mail-job');
  await jobs.deleteMany({ where: {} });
  await work();
  return mailsSchema.parse(await jobs.findMany({ orderBy: { id: 'asc' } }));
}
