import { describe, expect, it } from 'vitest';
import { changedNames, isSame, meet } from './entry-changes.ts';

describe('two values', () => {
  it('are the same where both say nothing', () => {
    expect(isSame(null, '')).toBe(true);
    expect(isSame(undefined, [])).toBe(true);
    expect(isSame({ costBand: null }, null)).toBe(true);
    expect(isSame(0, null)).toBe(false);
    expect(isSame(false, null)).toBe(false);
  });

  it('are the same whatever the order of names, but not of lists', () => {
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(isSame(['SEE-H-001', 'SEE-H-002'], ['SEE-H-002', 'SEE-H-001'])).toBe(false);
  });
});

it('names what was changed', () => {
  expect(changedNames({ title: 'A', year: 2019 }, { title: 'B', year: 2019, text: 'x' })).toEqual([
    'title',
    'text',
  ]);
});

describe('two changes to one entry', () => {
  const base = { title: 'A', oneLine: 'B', results: 'C', cities: ['SEE-C-001'] };

  it('both stay where they are of different fields', () => {
    const { merged, conflicts } = meet(
      base,
      { ...base, title: 'mine' },
      { ...base, results: 'theirs' },
    );
    expect(merged).toEqual({ ...base, title: 'mine', results: 'theirs' });
    expect(conflicts).toEqual([]);
  });

  it('are a question where they are of one field; mine stands until it is answered', () => {
    const { merged, conflicts } = meet(
      base,
      { ...base, title: 'mine' },
      { ...base, title: 'theirs' },
    );
    expect(merged.title).toBe('mine');
    expect(conflicts).toEqual(['title']);
  });

  it('are none where both changed it alike, or one emptied what the other left', () => {
    expect(meet(base, { ...base, title: 'N' }, { ...base, title: 'N' }).conflicts).toEqual([]);
    expect(meet(base, base, { ...base, cities: null }).merged.cities).toBeNull();
  });
});
