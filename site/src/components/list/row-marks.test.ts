import { expect, it } from 'vitest';
import type { ListRow } from '../../views/list.ts';
import { facetMarks, rankMarks } from './row-marks.ts';

function row(ref: string, facets: ListRow['facets'], sort: ListRow['sort'] = {}): ListRow {
  const title = { text: ref, lang: null };
  return { ref, title, href: `/${ref}`, kicker: '', oneLine: null, facets, sort };
}

it('marks a row with every value, and with "unknown" where there is none', () => {
  const marked = row('a', { country: ['GR', 'RO'], size: [] });
  expect(facetMarks(marked, ['country', 'size', 'year'])).toBe(
    'country:GR country:RO size:unknown year:unknown',
  );
});

it('marks a row with its place in every order, names as the language orders them', () => {
  const rows = [
    row('a', {}, { title: 'Žabalj', year: 2 }),
    row('b', {}, { title: 'Arad' }),
    row('c', {}, { title: 'Zagreb', year: 1 }),
  ];
  const orders = [
    { value: 'title', text: 'A to Z' },
    { value: 'year', text: 'Year' },
  ];
  expect([...rankMarks('sr-Latn', rows, orders)]).toEqual([
    ['a', 'title:2 year:1'],
    ['b', 'title:0 year:2'],
    ['c', 'title:1 year:0'],
  ]);
});
