import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { memberLink } from '../mail/member-link';
import { readToken, signToken } from '../requests/signed-token';
import { findAccount, type Account } from './find-account';
import { findOwnThread, otherSide, sideOf, type Thread } from './message-threads';

const PURPOSE = 'reply to a message';
const ANSWERABLE_MS = 30 * 24 * 60 * 60 * 1000;
const SUBJECT = /^([a-z0-9]+)-(\d+)$/;

/** The page on which one side of a thread reads it and answers, for 30 days and without signing in. */
export function replyLink(strapi: Core.Strapi, thread: string, { id, language }: Account): string {
  const expiresAt = new Date(Date.now() + ANSWERABLE_MS);
  const token = signToken(strapi, PURPOSE, `${thread}-${id}`, expiresAt);
  return memberLink(strapi, language, '/reply', { token });
}

interface Linked {
  thread: Thread;
  /** Whom the link was mailed to. */
  reader: Account;
}

async function findLinked(strapi: Core.Strapi, token: string): Promise<Linked | null> {
  const subject = readToken(strapi, PURPOSE, token, new Date());
  const [, documentId = '', id = ''] = SUBJECT.exec(subject ?? '') ?? [];
  const reader = documentId === '' ? null : await findAccount(strapi, { id: Number(id) });
  if (!reader) return null;
  const thread = await findOwnThread(strapi, reader, documentId);
  if (thread?.reportedAt !== null) return null;
  const other = thread[otherSide(sideOf(thread, reader))];
  // Who was blocked, or has left, is answered by nobody.
  const isOpen = other !== null && (await findAccount(strapi, { id: other.id })) !== null;
  return isOpen ? { thread, reader } : null;
}

/**
 * The thread that a mailed link leads to, and who got the link.
 *
 * @throws NotFoundError alike for a link that is forged, foreign or has run out, and for a thread
 * that was reported, erased, or one of whose sides may not sign in any more
 */
export async function readReplyLink(strapi: Core.Strapi, token: string): Promise<Linked> {
  const linked = await findLinked(strapi, token);
  if (!linked) {
    throw new errors.NotFoundError(
      'This link has run out, is not complete, or leads to an exchange that has ended. Sign in to see your messages.',
    );
  }
  return linked;
}
