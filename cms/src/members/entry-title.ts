import type { ReviewedUid } from '../moderation/reviewed-types';
import { titleAttribute } from '../publishing/published-entry';

const LONGEST = 100;

/** How an entry is called in mails and lists. */
export function entryTitle(
  uid: ReviewedUid,
  row: { ref: string | null } & Record<string, unknown>,
): string {
  const title = row[titleAttribute(uid)];
  const text = typeof title === 'string' && title.trim() !== '' ? title.trim() : (row.ref ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
