import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../../config/settings';
import { hasPage } from './page-address';

const LIFETIME_MS = 10 * 60 * 1000;

export interface Previewed {
  /** Singular name of the content type. */
  type: string;
  documentId: string;
  locale: string;
}

/**
 * The address of a preview for the next ten minutes, or undefined for what no page shows, and where
 * no publisher runs.
 */
export function previewAddress(
  { secrets, publicUrl, publisherUrl }: Settings,
  previewed: Previewed,
  now: number,
): string | undefined {
  if (secrets.publish === undefined || publisherUrl === undefined) return undefined;
  if (!hasPage(previewed.type)) return undefined;
  const expires = String(now + LIFETIME_MS);
  const query = new URLSearchParams({ ...previewed, expires });
  query.set('signature', signatureOf(secrets.publish, previewed, expires));
  return `${publicUrl}/api/publishing/preview?${query.toString()}`;
}

/** Whether the link was made here and has not run out. */
export function isLinkGood(
  secret: string,
  previewed: Previewed,
  { expires, signature }: { expires: string; signature: string },
  now: number,
): boolean {
  const wanted = Buffer.from(signatureOf(secret, previewed, expires));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return false;
  return Number(expires) > now;
}

function signatureOf(secret: string, previewed: Previewed, expires: string): string {
  const { type, documentId, locale } = previewed;
  return createHmac('sha256', secret)
    .update(['preview', type, documentId, locale, expires].join('\n'))
    .digest('hex');
}
