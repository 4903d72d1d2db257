import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';

/** What a mailed link lets its reader do without signing in; a token for one is none for another. */
type Purpose = 'yearly question' | 'reply to a message';

function signatureOf(
  strapi: Core.Strapi,
  purpose: Purpose,
  subject: string,
  expires: string,
): string {
  const { secrets }: Settings = strapi.config.get('settings');
  return createHmac('sha256', secrets.membersJwt)
    .update([purpose, subject, expires].join('\n'))
    .digest('base64url');
}

/**
 * What a mailed link carries: what it is about, until when, and that we wrote this.
 *
 * @param subject an id, or several with a hyphen between them; no full stop
 */
export function signToken(
  strapi: Core.Strapi,
  purpose: Purpose,
  subject: string,
  expiresAt: Date,
): string {
  const expires = String(expiresAt.getTime());
  return [subject, expires, signatureOf(strapi, purpose, subject, expires)].join('.');
}

/** The subject of a token that we signed for this purpose and that has not run out. */
export function readToken(
  strapi: Core.Strapi,
  purpose: Purpose,
  token: string,
  now: Date,
): string | undefined {
  const [subject = '', expires = '', signature = '', ...more] = token.split('.');
  const wanted = Buffer.from(signatureOf(strapi, purpose, subject, expires));
  const given = Buffer.from(signature);
  if (more.length > 0 || wanted.length !== given.length || !timingSafeEqual(wanted, given)) {
    return undefined;
  }
  return Number(expires) > now.getTime() ? subject : undefined;
}
