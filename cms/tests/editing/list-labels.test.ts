import { expect, test } from 'vitest';
import lists from '../../contract/lists.json';
import { LIST_LABELS } from '../../src/admin/list-labels';

const values = [...new Set(Object.values(lists).flat())];

test('every value of every list has a label in plain words', () => {
  expect(Object.keys(LIST_LABELS).sort()).toEqual(values.sort());
});

test('two values of one list never read the same', () => {
  for (const list of Object.values(lists)) {
    const labels = list.map((value) => LIST_LABELS[value]);
    expect(new Set(labels).size).toBe(list.length);
  }
});
