import { expect, it } from 'vitest';
import { type EntryOption, findOptions } from './entry-options.ts';

const option = (ref: string, name: string, sought: string): EntryOption => ({
  ref,
  name,
  note: '',
  sought,
});
const towns = [
  option('SEE-C-003', 'Nova Kavala', 'nova kavala greece'),
  option('SEE-C-001', 'Kavala', 'kavala greece καβαλα'),
  option('SEE-C-002', 'Bălți', 'balti moldova бельцы'),
];
const names = (asked: string) => findOptions(towns, asked, 10).map(({ name }) => name);

it('finds by the beginnings of words, in any script, with or without marks', () => {
  expect(names('kav')).toEqual(['Kavala', 'Nova Kavala']);
  expect(names('Καβά')).toEqual(['Kavala']);
  expect(names('balti')).toEqual(['Bălți']);
  expect(names('mold bal')).toEqual(['Bălți']);
  expect(names('vala')).toEqual([]);
});

it('offers everything to who asks nothing, up to the limit', () => {
  expect(findOptions(towns, ' ', 2)).toHaveLength(2);
});
