import { expect, it, test } from 'vitest';
import { changedEntries } from '../../src/admin/publishing/change-words';
import { entryInWords, plansInWords, troubleInWords } from '../../src/admin/publishing/entry-words';
import type {
  Change,
  EntryState,
  PublishingState,
} from '../../src/admin/publishing/publishing-api';
import { pauseOf, queueInWords, stateInWords } from '../../src/admin/publishing/state-words';
import { agoInWords, timeInWords } from '../../src/admin/spoken-time';

const NOW = new Date(2026, 2, 4, 14, 30);
const at = (...time: [number, number, number, number]) => new Date(2026, ...time).toISOString();
const NOON = at(2, 4, 12, 4);

test.each([
  [NOON, '12:04'],
  [at(2, 3, 23, 59), 'yesterday 23:59'],
  [at(2, 5, 8, 0), 'tomorrow 08:00'],
  [at(1, 4, 9, 5), '4 February, 09:05'],
  [new Date(2025, 1, 4, 9, 5).toISOString(), '4 February 2025, 09:05'],
])('the time %s is said as people say it', (iso, words) => {
  expect(timeInWords(iso, NOW)).toBe(words);
});

test.each([
  [at(2, 4, 14, 30), 'just now'],
  [at(2, 4, 14, 29), '1 minute ago'],
  [NOON, '2 hours ago'],
  [at(2, 1, 14, 0), '3 days ago'],
])('%s is so long ago', (iso, words) => {
  expect(agoInWords(iso, NOW)).toBe(words);
});

const idle = {
  state: 'idle' as const,
  publishedAt: NOON,
  lastError: null,
  heldBack: [],
  pending: false,
};
const failed = { ...idle, state: 'failed' as const, heldBack: [{ at: NOON }] };

function standing(over: Partial<PublishingState>): PublishingState {
  return {
    publisher: { status: idle, message: null },
    queue: { length: 0, oldestAt: null },
    faults: [],
    releases: [],
    ...over,
  };
}

const of = (status: PublishingState['publisher']['status'], message: string | null = null) =>
  standing({ publisher: { status, message } });

test.each([
  [of(idle), 'Up to date', 'success', false],
  [standing({ queue: { length: 2, oldestAt: NOON } }), 'Publishing', 'primary', true],
  [of({ ...idle, state: 'building', pending: true }), 'Publishing', 'primary', true],
  [of({ ...failed, lastError: { message: '', at: at(2, 4, 13, 0) } }), 'Failed', 'danger', false],
  [of({ ...failed, lastError: { message: '', at: NOON } }), 'Held back', 'warning', false],
  [of({ ...idle, state: 'pinned', pending: true }), 'Held at an earlier release', 'warning', false],
  [of(null, 'The publisher does not answer.'), 'No answer', 'danger', true],
])('how publishing stands is told in words (%#)', (state, name, tone, isSoonNew) => {
  expect(stateInWords(state)).toMatchObject({ name, tone });
  expect(pauseOf(state) < 5_000).toBe(isSoonNew);
});

it('counts what waits', () => {
  expect(queueInWords({ length: 0, oldestAt: null }, NOW)).toBe('Nothing waits.');
  expect(queueInWords({ length: 1, oldestAt: NOON }, NOW)).toBe('1 change waits since 12:04.');
  expect(queueInWords({ length: 3, oldestAt: NOON }, NOW)).toBe('3 changes wait since 12:04.');
});

it('tells several languages of one entry in one line, and does not lead to what is gone', () => {
  const change: Change = {
    at: NOON,
    type: 'city',
    documentId: 'a',
    locale: 'en',
    change: 'publish',
    ref: 'SEE-C-001',
    title: 'Kavala',
    by: 'Elena',
  };
  const entries = changedEntries([
    change,
    { ...change, locale: 'el' },
    { ...change, documentId: 'b', locale: 'ro', title: null, by: 'system' },
    { ...change, documentId: 'c', locale: null, change: 'delete', title: 'Drama' },
    { ...change, documentId: 'c', title: 'Drama' },
  ]);
  expect(entries.map(({ title, what, isGone }) => [title, what, isGone])).toEqual([
    ['Kavala', 'published, also in Greek, by Elena', false],
    ['SEE-C-001', 'published in Romanian', false],
    ['Drama', 'deleted, by Elena', true],
    ['Drama', 'published, by Elena', true],
  ]);
});

const nothing: EntryState = {
  liveSince: null,
  page: null,
  waiting: null,
  isHeldBack: false,
  fault: null,
  problem: null,
};

test.each([
  [{}, ['Not on the site']],
  [{ liveSince: NOON }, ['On the site since 12:04']],
  [{ waiting: NOON }, ['Waiting to go live since 12:04']],
  [
    { liveSince: NOON, waiting: NOON },
    ['Waiting to go live since 12:04', 'On the site since 12:04'],
  ],
  [{ liveSince: NOON, fault: { message: '', at: NOON } }, ['The last change is not on the site']],
  [{ liveSince: NOON, isHeldBack: true }, [expect.stringContaining('held at an earlier release')]],
])('where an entry stands is told in words (%#)', (state, texts) => {
  expect(entryInWords({ ...nothing, ...state }, NOW).map(({ text }) => text)).toEqual(texts);
});

it('tells what went wrong with an entry and what is planned', () => {
  const fault = { message: 'The picture is broken.', at: NOON };
  const problem = { change: 'publish', message: 'A summary is missing.', at: NOON } as const;
  expect(troubleInWords({ ...nothing, fault, problem }, NOW)).toEqual([
    'Readers see what was there before. Mend this and publish again: The picture is broken.',
    'It could not be published at its time (12:04): A summary is missing.',
  ]);
  expect(plansInWords({ goLiveAt: at(2, 5, 8, 0), takeDownAt: null }, NOW)).toEqual([
    'Goes live tomorrow 08:00',
  ]);
});
