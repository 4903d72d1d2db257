import type { Core } from '@strapi/strapi';
import { limitAttempts, type AttemptLimit } from '../requests/attempt-limit';

const MAILS = 5;
const HOUR_SECONDS = 60 * 60;

const budgets = new WeakMap<Core.Strapi, AttemptLimit>();

/**
 * Counts a mail that a stranger has sent to an address by naming it in a form.
 * @returns false when that address had enough of them within the hour: nothing is to be changed then
 */
export function takeMail(strapi: Core.Strapi, email: string): boolean {
  const budget = budgets.get(strapi) ?? limitAttempts(MAILS, HOUR_SECONDS);
  budgets.set(strapi, budget);
  return budget.take(email) === 0;
}
