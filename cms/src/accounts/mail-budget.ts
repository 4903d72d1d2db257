import type { Core } from '@strapi/strapi';
import { limitAttempts, type AttemptLimit } from '../requests/attempt-limit';

const MAILS = 5;
const HOUR_SECONDS = 60 * 60;

const budgets = new WeakMap<Core.Strapi, AttemptLimit>();

/**
 * What a mail is about. Each is counted by itself: whoever registers somebody's address again and
 * again must not keep them from a new password.
 */
type Subject = 'registration' | 'password' | 'hand-over';

/**
 * Counts a mail that somebody else has sent to an address by naming it in a form.
 * @returns false when that address had enough of them within the hour: no more is to be mailed then
 */
export function takeMail(strapi: Core.Strapi, email: string, subject: Subject): boolean {
  const budget = budgets.get(strapi) ?? limitAttempts(MAILS, HOUR_SECONDS);
  budgets.set(strapi, budget);
  return budget.take(`${subject} ${email}`) === 0;
}
