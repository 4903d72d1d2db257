import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { listAnswers } from '../still-alive/questions';
import { singularName } from '../publishing/published-entry';
import { titleOf } from './entry-title';
import { REVIEWED_TYPES, type ReviewedUid } from './reviewed-types';
import { countWorkingDays, PROMISED_DAYS } from './working-days';

/** More than anybody clears; the counts beside the list say when there are more. */
const MAX_ENTRIES = 500;

/** What waits for a moderator. */
export interface QueueItem {
  kind: 'submission' | 'removal' | 'answer';
  type: string;
  documentId: string;
  title: string;
  ref: string | null;
  /** Code of the list `language`; null when unknown. */
  language: string | null;
  /** Codes of the list `country`. */
  countries: string[];
  /** Display name of the member, never an address. */
  owner: string | null;
  since: string;
  /** Working days that it has waited. */
  days: number;
  isOverdue: boolean;
}

const place = z.object({ country: z.string().nullish() });
const time = z.coerce.date().nullable();
const rowSchema = z.looseObject({
  documentId: z.string(),
  ref: z.string().nullable(),
  reviewState: z.string().nullable(),
  originalLanguage: z.string().nullish(),
  submittedAt: time,
  updatedAt: z.coerce.date(),
  removalRequestedAt: time,
  owner: z.object({ displayName: z.string().nullable(), language: z.string().nullable() }),
  cities: z.array(place).nullish(),
  city: place.nullish(),
});
type Row = z.output<typeof rowSchema>;

function waiting(kind: QueueItem['kind'], since: Date, now: Date) {
  const days = countWorkingDays(since, now);
  return { kind, since: since.toISOString(), days, isOverdue: days > PROMISED_DAYS };
}

function toItem(uid: ReviewedUid, row: Row, now: Date): QueueItem {
  const isSubmission = row.reviewState === 'submitted';
  const since = (isSubmission ? row.submittedAt : row.removalRequestedAt) ?? row.updatedAt;
  const countries = [...(row.cities ?? []), row.city].flatMap((each) => each?.country ?? []);
  return {
    ...waiting(isSubmission ? 'submission' : 'removal', since, now),
    type: singularName(uid),
    documentId: row.documentId,
    title: titleOf(uid, row),
    ref: row.ref,
    language: row.originalLanguage ?? row.owner.language,
    countries: [...new Set(countries)],
    owner: row.owner.displayName,
  };
}

const WAITING = {
  $or: [{ reviewState: 'submitted' }, { removalRequestedAt: { $notNull: true } }],
};

async function findRows(strapi: Core.Strapi, uid: ReviewedUid, where: object): Promise<Row[]> {
  const { attributes } = strapi.contentType(uid);
  const places = ['cities', 'city'].filter((name) => name in attributes);
  const rows: unknown = await strapi.db.query(uid).findMany({
    where: { publishedAt: { $null: true }, owner: { id: { $notNull: true } }, ...where },
    populate: ['owner', ...places],
    limit: MAX_ENTRIES,
  });
  return z.array(rowSchema).parse(rows);
}

/** Practices whose owners answered the yearly question. */
async function listAnswered(strapi: Core.Strapi, now: Date): Promise<QueueItem[]> {
  const answers = await listAnswers(strapi);
  if (answers.length === 0) return [];
  const documentId = { $in: answers.map(({ entry }) => entry) };
  const rows = await findRows(strapi, 'api::practice.practice', { documentId });
  return answers.flatMap(({ entry, answeredAt }) => {
    const row = rows.find((each) => each.documentId === entry);
    if (!row || !answeredAt) return [];
    return { ...toItem('api::practice.practice', row, now), ...waiting('answer', answeredAt, now) };
  });
}

/** Everything that waits for an answer, the longest wait first. */
export async function readQueue(strapi: Core.Strapi, now = new Date()): Promise<QueueItem[]> {
  const items = await listAnswered(strapi, now);
  for (const uid of REVIEWED_TYPES) {
    const rows = await findRows(strapi, uid, WAITING);
    items.push(...rows.map((row) => toItem(uid, row, now)));
  }
  return items.sort((one, other) => one.since.localeCompare(other.since));
}
