import { describe, expect, it } from 'vitest';
import { drawStave } from './stave.ts';

describe('a stave whose steps are known', () => {
  const stave = drawStave([
    { level: 'inform', weeks: 1 },
    { level: 'empower', weeks: 3 },
  ]);

  it('gives each bar its weeks in length and its line', () => {
    expect(stave.bars).toEqual([
      { x: 3, width: 244, y: 180, isOpen: false, isOffLines: false },
      { x: 253, width: 744, y: 20, isOpen: false, isOffLines: false },
    ]);
    expect(stave.links).toBe('M250 180V20');
    expect(stave).toMatchObject({ rows: 5, height: 200, weeks: 4, known: 'all' });
  });

  it('puts each number in the middle of its bar', () => {
    expect(stave.numbers).toEqual([
      { number: 1, x: 12.5, y: 90, lift: 0 },
      { number: 2, x: 62.5, y: 10, lift: 0 },
    ]);
  });
});

describe('what is not known', () => {
  it('is drawn as open bars of equal length when no weeks are known', () => {
    const { bars, weeks, known } = drawStave([
      { level: 'inform', weeks: null },
      { level: 'consult', weeks: null },
    ]);
    expect(bars.every(({ isOpen, width }) => isOpen && width === 494)).toBe(true);
    expect([weeks, known]).toEqual([null, 'none']);
  });

  it('is drawn as an open bar of the mean length among known ones', () => {
    const { bars, weeks, known } = drawStave([
      { level: 'inform', weeks: 2 },
      { level: 'inform', weeks: null },
      { level: 'inform', weeks: 6 },
    ]);
    expect(bars.map(({ isOpen }) => isOpen)).toEqual([false, true, false]);
    expect(bars[1]?.width).toBeCloseTo(1000 / 3 - 6, 0);
    expect([weeks, known]).toEqual([null, 'some']);
  });

  it('stands below the five lines when the degree of say is missing or none', () => {
    const { rows, bars } = drawStave([
      { level: null, weeks: 2 },
      { level: 'none', weeks: 2 },
    ]);
    expect(rows).toBe(6);
    expect(bars.map(({ y, isOffLines }) => [y, isOffLines])).toEqual([
      [220, true],
      [220, true],
    ]);
  });
});

it('lifts every second number of bars so short that the numbers would touch', () => {
  const steps = Array.from({ length: 12 }, () => ({ level: 'consult' as const, weeks: 1 }));
  const lifts = drawStave(steps).numbers.map(({ lift }) => lift > 0);
  expect(lifts).toEqual(steps.map((_, index) => index % 2 === 1));
});
