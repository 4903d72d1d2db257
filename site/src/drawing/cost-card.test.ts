import { describe, expect, it } from 'vitest';
import { ageOf } from './alive-ring.ts';
import { boxMonths, tallyDays, tallyPath } from './cost-card.ts';
import { positionOn, rangeOf } from './size-ruler.ts';

describe('the tally of staff days', () => {
  it('is a stroke a day, every fifth across the four before it', () => {
    expect(tallyDays(38)).toEqual({ unit: 1, groups: [5, 5, 5, 5, 5, 5, 5, 3] });
    expect(tallyPath(3)).toBe('M3 1v14M8.2 1v14M13.4 1v14');
    expect(tallyPath(5)).toContain('M.5 12 22 3.5');
  });

  it('counts in weeks and then in months of work where days could not be counted', () => {
    expect(tallyDays(61)).toEqual({ unit: 5, groups: [5, 5, 3] });
    expect(tallyDays(400)).toMatchObject({ unit: 20, groups: [5, 5, 5, 5] });
    expect(tallyDays(0).groups).toEqual([]);
  });
});

describe('the boxes of months', () => {
  it('fill one after the other, the last in part', () => {
    const { unit, boxes } = boxMonths(2.5);
    expect(unit).toBe(1);
    expect(boxes).toEqual(['full', 'full', 'part', ...Array.from({ length: 9 }, () => 'empty')]);
  });

  it('grow by a year, then stand for quarters and years', () => {
    expect(boxMonths(13).boxes).toHaveLength(24);
    expect(boxMonths(36)).toMatchObject({ unit: 3 });
    expect(boxMonths(36).boxes.every((box) => box === 'full')).toBe(true);
    expect(boxMonths(120).boxes.filter((box) => box === 'full')).toHaveLength(10);
  });
});

describe('the ring of "still alive?"', () => {
  it.each([
    ['2026-11-22', 'fresh', 0],
    ['2025-05-23', 'fresh', 17],
    ['2025-05-22', 'ageing', 18],
    ['2023-11-23', 'ageing', 35],
    ['2023-11-22', 'old', 36],
    ['2014-01', 'old', 154],
  ])('takes something asked on %s for %s', (checkedOn, age, months) => {
    expect(ageOf(checkedOn, '2026-11-22')).toMatchObject({ age, months });
  });

  it('empties with the months', () => {
    expect(ageOf('2026-11-22', '2026-11-22').dashes).toBe('138.2 0.0');
    expect(ageOf('2025-05-22', '2026-11-22').dashes).toBe('69.1 69.1');
    expect(ageOf('2010-05-22', '2026-11-22').dashes).toBe('0.0 138.2');
  });

  it('is open when nobody ever asked, and a sentence when the date is none', () => {
    expect(ageOf(null, '2026-11-22')).toEqual({ age: 'never', months: null, dashes: '' });
    expect(() => ageOf('last summer', '2026-11-22')).toThrow('"last summer" is not a date');
  });
});

describe('the ruler of sizes', () => {
  it('runs between round numbers about the towns it compares', () => {
    expect(rangeOf([54_027, 19_536])).toEqual({ from: 10_000, to: 100_000 });
    expect(rangeOf([])).toEqual({ from: 1_000, to: 1_000_000 });
  });

  it('is logarithmic and never leaves its ends', () => {
    const range = { from: 1_000, to: 100_000 };
    expect(positionOn(range, 10_000)).toBe(50);
    expect(positionOn(range, 5)).toBe(0);
    expect(positionOn(range, 9_000_000)).toBe(100);
  });
});
