import { z } from 'zod';
import type { ReviewedUid } from './reviewed-types';

const MAX_LENGTH = 80;

/** The text by which people know an entry of each type: two of them have no title. */
export const TITLES: Readonly<Record<ReviewedUid, string>> = {
  'api::practice.practice': 'title',
  'api::adaptation.adaptation': 'whatChanged',
  'api::notice.notice': 'text',
};

const rowSchema = z.looseObject({ ref: z.string().nullish() });
const textSchema = z.string().trim().min(1);

/** How an entry is called in lists and mails. */
export function titleOf(uid: ReviewedUid, row: unknown): string {
  const values = rowSchema.parse(row);
  const title = textSchema.safeParse(values[TITLES[uid]]).data ?? values.ref ?? 'Without a title';
  return title.length > MAX_LENGTH ? `${title.slice(0, MAX_LENGTH - 1)}…` : title;
}
