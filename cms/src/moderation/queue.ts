import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { singularName, titleAttribute } from '../publishing/published-entry';
import { REVIEWED_TYPES, type ReviewedUid } from './reviewed-types';
import { countWorkingDays, PROMISED_DAYS } from './working-days';

/** More than anybody clears; the counts beside the list say when there are more. */
const MAX_ENTRIES = 500;

/** What waits for a moderator. */
export interface QueueItem {
  kind: 'submission' | 'removal';
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

function toItem(uid: ReviewedUid, row: Row, now: Date): QueueItem {
  const isSubmission = row.reviewState === 'submitted';
  const since = (isSubmission ? row.submittedAt : row.removalRequestedAt) ?? row.updatedAt;
  const days = countWorkingDays(since, now);
  const title = z.string().min(1).safeParse(row[titleAttribute(uid)]);
  const countries = [...(row.cities ?? []), row.city].flatMap((each) => each?.country ?? []);
  return {
    kind: isSubmission ? 'submission' : 'removal',
    type: singularName(uid),
    documentId: row.documentId,
    title: title.data ?? row.ref ?? 'Without a title',
    ref: row.ref,
    language: row.originalLanguage ?? row.owner.language,
    countries: [...new Set(countries)],
    owner: row.owner.displayName,
    since: since.toISOString(),
    days,
    isOverdue: days > PROMISED_DAYS,
  };
}

async function listOfType(strapi: Core.Strapi, uid: ReviewedUid, now: Date): Promise<QueueItem[]> {
  const { attributes } = strapi.contentType(uid);
  const places = ['cities', 'city'].filter((name) => name in attributes);
  const rows: unknown = await strapi.db.query(uid).findMany({
    where: {
      publishedAt: { $null: true },
      owner: { id: { $notNull: true } },
      $or: [{ reviewState: 'submitted' }, { removalRequestedAt: { $notNull: true } }],
    },
    populate: ['owner', ...places],
    limit: MAX_ENTRIES,
  });
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => toItem(uid, row, now));
}

/** Everything that waits for an answer, the longest wait first. */
export async function readQueue(strapi: Core.Strapi, now = new Date()): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  for (const uid of REVIEWED_TYPES) items.push(...(await listOfType(strapi, uid, now)));
  return items.sort((one, other) => one.since.localeCompare(other.since));
}
