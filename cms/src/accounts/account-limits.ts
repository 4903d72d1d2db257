import type { Core } from '@strapi/strapi';
import { limitAttempts, refuseTooOften, type AttemptLimit } from '../requests/attempt-limit';

type Context = Parameters<Core.ControllerHandler>[0];

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/*
 * A workshop signs up and in behind one address, so what one sender may do is generous; what may be
 * tried on one account is not.
 */
export interface AccountLimits {
  all: AttemptLimit;
  signInsOfSender: AttemptLimit;
  signInsOfSenderToAccount: AttemptLimit;
  signInsToAccount: AttemptLimit;
  passwordsOfMember: AttemptLimit;
  registrationsOfSender: AttemptLimit;
  requestsOfSender: AttemptLimit;
  requestsForAddress: AttemptLimit;
  tokensOfSender: AttemptLimit;
}

export function makeAccountLimits(): AccountLimits {
  return {
    all: limitAttempts(600, MINUTE),
    signInsOfSender: limitAttempts(300, 15 * MINUTE),
    signInsOfSenderToAccount: limitAttempts(10, 15 * MINUTE),
    signInsToAccount: limitAttempts(100, HOUR),
    passwordsOfMember: limitAttempts(10, 15 * MINUTE),
    registrationsOfSender: limitAttempts(600, HOUR),
    requestsOfSender: limitAttempts(600, HOUR),
    requestsForAddress: limitAttempts(40, HOUR),
    tokensOfSender: limitAttempts(600, HOUR),
  };
}

/** Counts one attempt under each limit, and refuses it when one of them is used up. */
export function takeAttempts(ctx: Context, taken: readonly [AttemptLimit, string][]): void {
  const waits = taken.map(([limit, key]) => limit.take(key));
  refuseTooOften(ctx, Math.max(...waits));
}
