import { describe, expect, it } from 'vitest';
import { buildFacets, buildQuick, type ListRow, numberRows, sortRows } from './list.ts';
import { groupByPart, listParts } from './list-parts.ts';

function row(ref: string, facets: ListRow['facets'], sort: ListRow['sort'] = {}): ListRow {
  return {
    ref,
    title: { text: ref, lang: null },
    href: `/${ref}`,
    kicker: '',
    oneLine: null,
    facets,
    sort,
  };
}

const countries = { key: 'country', title: 'Country', text: (value: string) => `in ${value}` };

describe('facets', () => {
  it('count every value once per row, the most frequent first, not known last', () => {
    const rows = [
      row('a', {}),
      row('b', {}),
      row('c', { country: ['RO'] }),
      row('d', { country: ['GR', 'RO', 'RO'] }),
    ];
    expect(buildFacets('en', rows, [countries])).toEqual([
      {
        key: 'country',
        title: 'Country',
        values: [
          { value: 'RO', text: 'in RO', count: 2 },
          { value: 'GR', text: 'in GR', count: 1 },
          { value: 'unknown', text: 'in unknown', count: 2 },
        ],
      },
    ]);
  });

  it('keep the order of a list that has one', () => {
    const rows = [
      row('a', { cost: ['high'] }),
      row('b', { cost: ['high'] }),
      row('c', { cost: ['low'] }),
    ];
    const [facet] = buildFacets('en', rows, [
      { key: 'cost', title: 'Cost', text: (value) => value, order: ['low', 'middle', 'high'] },
    ]);
    expect(facet?.values.map(({ value }) => value)).toEqual(['low', 'high']);
  });

  it('are not offered when known for under three in ten', () => {
    const known = (count: number) =>
      Array.from({ length: 10 }, (_, index) =>
        row(String(index), index < count ? { country: [index % 2 ? 'GR' : 'RO'] } : {}),
      );
    expect(buildFacets('en', known(2), [countries])).toEqual([]);
    expect(buildFacets('en', known(3), [countries])).toHaveLength(1);
  });

  it('are not offered when there is nothing to choose from', () => {
    expect(buildFacets('en', [row('a', { country: ['GR'] })], [countries])).toEqual([]);
    expect(buildFacets('en', [], [countries])).toEqual([]);
  });
});

describe('quick choices', () => {
  it('are offered only where something passes them', () => {
    const rows = [row('a', { quick: ['cheap'] }), row('b', {})];
    const choices = [
      { value: 'cheap', text: 'Cheap' },
      { value: 'fast', text: 'Fast' },
    ];
    expect(buildQuick(rows, 'quick', choices)).toEqual([
      { value: 'cheap', text: 'Cheap', count: 1 },
    ]);
  });
});

describe('orders', () => {
  const rows = [
    row('a', {}, { title: 'Žabalj', year: 2 }),
    row('b', {}, { title: 'Arad' }),
    row('c', {}, { title: 'Zagreb', year: 1 }),
  ];

  it('compare numbers, and put rows without a key last', () => {
    expect(sortRows('en', rows, 'year').map(({ ref }) => ref)).toEqual(['c', 'a', 'b']);
  });

  it('compare names as the language does', () => {
    expect(sortRows('sr-Latn', rows, 'title').map(({ ref }) => ref)).toEqual(['b', 'c', 'a']);
    expect(sortRows('en', rows, 'title').map(({ ref }) => ref)).toEqual(['b', 'a', 'c']);
  });

  it('number the rows as they stand', () => {
    expect(numberRows(rows).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('parts of a long list', () => {
  const entries = [
    { id: 'a', ref: 'SEE-P-001' },
    { id: 'b', ref: 'SEE-P-100' },
    { id: 'c', ref: 'SEE-P-101' },
    { id: 'd', ref: 'SEE-P-950' },
  ];

  it('hold fixed ranges of refs, and none is empty but the first', () => {
    expect(listParts(entries)).toEqual([
      { part: 1, from: 1, to: 100 },
      { part: 2, from: 101, to: 200 },
      { part: 10, from: 901, to: 1000 },
    ]);
    expect(listParts([{ ref: 'SEE-P-150' }]).map(({ part }) => part)).toEqual([1, 2]);
  });

  it('do not move an entry when another goes', () => {
    expect(groupByPart(entries)).toEqual({ 1: ['a', 'b'], 2: ['c'], 10: ['d'] });
    expect(groupByPart(entries.slice(2))).toEqual({ 2: ['c'], 10: ['d'] });
  });
});
