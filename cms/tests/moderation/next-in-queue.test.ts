import { expect, test } from 'vitest';
import type { QueueItem } from '../../src/admin/moderation/moderation-api';
import { nextInQueue } from '../../src/admin/moderation/next-in-queue';
import { othersInWords } from '../../src/admin/moderation/queue-words';

const since = (day: number) => `2026-11-0${day}T08:00:00.000Z`;
const item = (documentId: string, kind: QueueItem['kind'] = 'submission', day = 2): QueueItem => ({
  kind,
  type: 'practice',
  documentId,
  title: documentId,
  ref: null,
  language: null,
  countries: [],
  owner: null,
  since: since(day),
  days: 0,
  isOverdue: false,
});
const after = (documentId: string, ...data: QueueItem[]) => {
  const { next, others } = nextInQueue({ data }, documentId, null);
  return [next?.documentId ?? null, others];
};

test('after an entry that waits comes the one that waited next longest', () => {
  expect(after('b', item('a'), item('b'), item('c'))).toEqual(['c', 2]);
});

test('after the last one, and after one that is answered, comes the one that waited longest', () => {
  expect(after('b', item('a'), item('b'))).toEqual(['a', 1]);
  expect(after('gone', item('a'), item('b'))).toEqual(['a', 2]);
});

test('an answer does not lead back to what was passed over', () => {
  const data = [item('early', 'submission', 1), item('late', 'submission', 3)];
  expect(nextInQueue({ data }, 'answered', since(2)).next?.documentId).toBe('late');
  expect(nextInQueue({ data }, 'answered', since(4)).next?.documentId).toBe('early');
});

test('an entry that waits for two answers never follows itself', () => {
  expect(after('a', item('a'), item('a', 'answer'))).toEqual([null, 0]);
  expect(after('b', item('a'), item('b'), item('a', 'answer'))).toEqual(['a', 1]);
});

test('what else waits is said in words', () => {
  expect([0, 1, 2].map((others) => othersInWords(others, false))).toEqual([
    'Nothing else waits.',
    'One other waits.',
    '2 others wait.',
  ]);
  expect(othersInWords(0, true)).toBe('Nothing else waits in what you chose.');
});
