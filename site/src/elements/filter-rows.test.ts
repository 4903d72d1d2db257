import { describe, expect, it } from 'vitest';
import { countFor, type Filter, passes, ranksOf, words } from './filter-rows.ts';

const filter = (token: string, isStrict = false): Filter => ({
  name: token.split(':')[0] ?? '',
  token,
  isStrict,
});
const row = (text: string) => new Set(words(text));
const greek = filter('country:GR');
const romanian = filter('country:RO');
const small = filter('size:small');
const cheap = filter('quick:cheap', true);
const fast = filter('quick:fast', true);

describe('rows', () => {
  it('pass when no filter is on', () => {
    expect(passes(row(''), [])).toBe(true);
  });

  it('pass with any value of one facet, and need one of every facet', () => {
    expect(passes(row('country:RO size:small'), [greek, romanian])).toBe(true);
    expect(passes(row('country:BG size:small'), [greek, romanian])).toBe(false);
    expect(passes(row('country:RO size:large'), [romanian, small])).toBe(false);
  });

  it('need every strict choice', () => {
    expect(passes(row('quick:cheap quick:fast'), [cheap, fast])).toBe(true);
    expect(passes(row('quick:cheap'), [cheap, fast])).toBe(false);
  });
});

describe('counts', () => {
  const rows = [
    row('country:GR size:small'),
    row('country:RO size:small'),
    row('country:RO size:large'),
  ];

  it('take the filters of other facets into account, not those of their own', () => {
    expect(countFor(rows, [small], romanian)).toBe(1);
    expect(countFor(rows, [greek], romanian)).toBe(2);
    expect(countFor(rows, [greek, small], greek)).toBe(1);
  });
});

it('reads places in orders', () => {
  expect([...ranksOf('title:12 newest:0')]).toEqual([
    ['title', 12],
    ['newest', 0],
  ]);
  expect(ranksOf(undefined).size).toBe(0);
});
