import { dictionary } from '@zxcvbn-ts/language-common';
import type { Issue } from '../documents/issues';

const MIN_CHARACTERS = 10;
/** Bcrypt reads no further. */
const MAX_BYTES = 72;
const MIN_DIFFERENT_CHARACTERS = 5;

const COMMON = new Set(dictionary['passwords-common']);

function complaint(password: string, email: string): string | undefined {
  if (password.length < MIN_CHARACTERS) {
    return `The password is too short: take at least ${MIN_CHARACTERS} characters.`;
  }
  if (Buffer.byteLength(password) > MAX_BYTES) {
    return `The password is too long: take at most ${MAX_BYTES} bytes, which are ${MAX_BYTES} Latin or ${MAX_BYTES / 2} Greek or Cyrillic letters.`;
  }
  const lower = password.toLowerCase();
  if (lower === email || lower === email.split('@')[0]) {
    return 'The password is the e-mail address: take another one.';
  }
  if (COMMON.has(lower) || new Set(lower).size < MIN_DIFFERENT_CHARACTERS) {
    return 'The password is one of those that are tried first: take one that nobody guesses.';
  }
  return undefined;
}

/** What is wrong with a new password of the account with this address. */
export function issuesOfPassword(password: string, email: string): Issue[] {
  const message = complaint(password, email.toLowerCase());
  return message === undefined ? [] : [{ path: ['password'], message }];
}

/** Strapi would compare the beginning of a longer one. */
export function isComparable(password: string): boolean {
  return Buffer.byteLength(password) <= MAX_BYTES;
}
