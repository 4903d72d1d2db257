import { expect, it } from 'vitest';
import { scriptRuns } from './script-runs.ts';

it('marks the words of another script with their language', () => {
  expect(scriptRuns('Earlier πολεοδομική μελέτη (ΠΜ) and so on', null, 'el')).toEqual([
    { text: 'Earlier ', lang: null },
    { text: 'πολεοδομική μελέτη', lang: 'el' },
    { text: ' (', lang: null },
    { text: 'ΠΜ', lang: 'el' },
    { text: ') and so on', lang: null },
  ]);
});

it('keeps a text without such words whole, in its own language', () => {
  expect(scriptRuns('No elected council', 'en', 'ro')).toEqual([
    { text: 'No elected council', lang: 'en' },
  ]);
});

it('takes a single letter for a sign', () => {
  expect(scriptRuns('5 μ', null, 'el')).toEqual([{ text: '5 μ', lang: null }]);
});
