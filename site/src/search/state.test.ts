import { expect, it } from 'vitest';
import { readState, writeState } from './state.ts';

const facets = ['type', 'country'];

it('reads what it wrote', () => {
  const state = {
    query: 'Kavala & Δράμα',
    filters: new Map([
      ['type', ['practice']],
      ['country', ['GR', 'unknown']],
    ]),
    page: 3,
  };
  expect(readState(writeState(state), facets)).toEqual(state);
});

it('has a bare address when nothing is asked', () => {
  expect(writeState({ query: '', filters: new Map(), page: 1 })).toBe('');
});

it.each(['page=0', 'page=-2', 'page=1.5', 'page=x', 'page='])(
  'takes %s for the first page',
  (page) => {
    expect(readState(`?q=plan&${page}`, facets).page).toBe(1);
  },
);

it('passes over facets that the page does not offer, and over repetitions', () => {
  const { filters } = readState('?colour=red&type=city&type=city', facets);
  expect([...filters]).toEqual([['type', ['city']]]);
});
