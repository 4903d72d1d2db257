import { createHash, randomBytes } from 'node:crypto';

const HOUR_MS = 60 * 60 * 1000;

export const CONFIRM_MS = 48 * HOUR_MS;
export const RESET_MS = HOUR_MS;

export interface OneTimeToken {
  /** What is mailed, and kept nowhere. */
  token: string;
  /** What the database keeps: from it the token cannot be told. */
  stored: string;
}

/** The end of its life is a part of the token, so that the one stored value vouches for both. */
export function makeToken(lifetimeMs: number): OneTimeToken {
  const ends = (Date.now() + lifetimeMs).toString(36);
  const token = `${ends}-${randomBytes(32).toString('hex')}`;
  return { token, stored: storedForm(token) };
}

export function storedForm(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** To be asked of a token that was found by its stored form: others may claim any end. */
export function isExpired(token: string): boolean {
  const [ends = ''] = token.split('-');
  return !(Number.parseInt(ends, 36) > Date.now());
}
