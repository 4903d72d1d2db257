import { expect, test } from 'vitest';
import { isTooLate, lateInWords } from '../../src/admin/moderation/late-answer';
import type { ReviewStep } from '../../src/admin/moderation/moderation-api';

const now = new Date(2026, 10, 2, 12, 30);
const step = (action: string, by: ReviewStep['by'], person: string | null): ReviewStep => ({
  at: new Date(2026, 10, 2, 12, 4).toISOString(),
  action,
  to: null,
  by,
  person,
  message: null,
});

test('an answer that came too late is told who did what meanwhile', () => {
  expect(lateInWords([step('accept', 'editor', 'Elena')], now)).toBe(
    'Your answer was not sent, because something happened meanwhile. Elena accepted it, 12:04.',
  );
  const missed = [step('withdraw', 'member', null), step('submit', 'member', null)];
  expect(lateInWords(missed, now)).toMatch(
    /The member took it back, 12:04\. The member sent it in, 12:04\.$/,
  );
});

test('a text that was only saved meanwhile is to be read again', () => {
  expect(lateInWords([], now)).toMatch(/^Your answer was not sent: somebody saved this/);
});

test('no other refusal is a matter of who was quicker', () => {
  expect(isTooLate({ status: 409, name: 'ConflictError' })).toBe(true);
  expect(isTooLate({ status: 400, name: 'ValidationError' })).toBe(false);
  expect(isTooLate(new TypeError('Failed to fetch'))).toBe(false);
});
