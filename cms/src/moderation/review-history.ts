import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { singularName } from '../publishing/published-entry';
import type { ReviewedUid } from './reviewed-types';
import { REVIEW_STATES, type ReviewSide, type ReviewState } from './review-states';

export const REVIEW_EVENT = 'api::review-event.review-event';

const state = z.enum(REVIEW_STATES).nullable();
const eventSchema = z.object({
  at: z.coerce.date().transform((at) => at.toISOString()),
  action: z.string(),
  from: state,
  to: state,
  by: z.enum(['member', 'editor']),
  person: z.string().nullable(),
  message: z.string().nullable(),
  entryVersion: z.number().nullable(),
});

/** One step in the life of what a member sent in, as member and editors may read it. */
export type ReviewEvent = z.output<typeof eventSchema>;

interface NewReviewEvent {
  action: string;
  from: ReviewState;
  /** Null when the entry is no more. */
  to: ReviewState | null;
  by: ReviewSide;
  /** Name of the member of staff, never an address; null for the member, whom nothing here names. */
  person: string | null;
  message: string | null;
  entryVersion: number;
}

/** Adds one row to the history; rows are never changed, and leave with the entry's erasure alone. */
export async function recordReviewEvent(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
  event: NewReviewEvent,
): Promise<void> {
  const data = { ...event, type: singularName(uid), entry: documentId, at: new Date() };
  await strapi.db.query(REVIEW_EVENT).create({ data });
}

/** The history of an entry, oldest first. */
export async function listReviewEvents(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<ReviewEvent[]> {
  const rows: unknown = await strapi.db.query(REVIEW_EVENT).findMany({
    where: { type: singularName(uid), entry: documentId },
    orderBy: { id: 'asc' },
  });
  return z.array(eventSchema).parse(rows);
}
