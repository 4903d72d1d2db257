import { expect, test } from 'vitest';
import { wordsOfColumn } from '../../src/admin/column-words';

const kind = { name: 'kind', attribute: { type: 'enumeration', enum: ['urbanAgenda'] } };
const year = { name: 'year', attribute: { type: 'integer', min: 1000, max: 2100 } };
const languages = { name: 'locales', attribute: { type: 'string' } };

test.each([
  ['a text', { name: 'title', attribute: { type: 'string' } }],
  ['a number', { name: 'pages', attribute: { type: 'integer', min: 0 } }],
  ['a column without attribute', { name: 'status' }],
])('%s is left as it is', (_, column) => {
  expect(wordsOfColumn(column)).toBeUndefined();
});

test.each([
  [kind, { kind: 'urbanAgenda' }, 'Urban agenda'],
  [kind, { kind: 'not of the list' }, 'not of the list'],
  [kind, { kind: null }, '-'],
  [kind, {}, '-'],
  [year, { year: 2014 }, '2014'],
  [year, { year: null }, '-'],
  [languages, { locale: 'en' }, 'en'],
  [
    languages,
    { locale: 'en', localizations: [{ locale: 'el' }, { locale: 'sr-Latn' }] },
    'en, el, sr',
  ],
])('%o of %o reads %s', (column, row, words) => {
  expect(wordsOfColumn(column)?.(row)).toBe(words);
});
