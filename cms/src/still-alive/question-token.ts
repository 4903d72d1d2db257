import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';

function signatureOf(strapi: Core.Strapi, question: string, expires: string): string {
  const { secrets }: Settings = strapi.config.get('settings');
  return createHmac('sha256', secrets.membersJwt)
    .update(['yearly question', question, expires].join('\n'))
    .digest('base64url');
}

/** What the mail carries: the question, until when it may be answered, and that we wrote this. */
export function signQuestion(strapi: Core.Strapi, question: string, expiresAt: Date): string {
  const expires = String(expiresAt.getTime());
  return [question, expires, signatureOf(strapi, question, expires)].join('.');
}

/** The question of a token that we signed and that has not run out. */
export function readQuestionToken(
  strapi: Core.Strapi,
  token: string,
  now: Date,
): string | undefined {
  const [question = '', expires = '', signature = ''] = token.split('.');
  const wanted = Buffer.from(signatureOf(strapi, question, expires));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  return Number(expires) > now.getTime() ? question : undefined;
}
