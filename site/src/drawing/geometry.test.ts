import { describe, expect, it } from 'vitest';
import { area, clampLine, cutLine, isInRings, type Line } from './geometry.ts';
import { decodeLine, encodeLine } from './line-code.ts';
import { linePath, ringPath } from './path-data.ts';
import { simplify } from './simplify.ts';

const box = { x0: 0, y0: 0, x1: 10, y1: 10 };

describe('clampLine', () => {
  it('keeps the exact points where a line crosses the edge', () => {
    expect(
      clampLine(
        [
          [5, 5],
          [15, 10],
        ],
        box,
      ),
    ).toEqual([
      [5, 5],
      [10, 7.5],
      [10, 10],
    ]);
  });

  it('walks about the corner when a ring surrounds it, so that the cut ring keeps its area', () => {
    const ring: Line = [
      [5, 5],
      [20, 5],
      [20, 20],
      [5, 20],
      [5, 5],
    ];
    expect(area(clampLine(ring, box))).toBe(25);
  });

  it('turns a ring about the whole box into the box', () => {
    const ring: Line = [
      [-5, -5],
      [15, -5],
      [15, 15],
      [-5, 15],
      [-5, -5],
    ];
    expect(area(clampLine(ring, box))).toBe(100);
  });
});

describe('cutLine', () => {
  it('gives the pieces inside and nothing along the edge', () => {
    const pieces = cutLine(
      [
        [2, 5],
        [2, 20],
        [8, 20],
        [8, 5],
      ],
      box,
    );
    expect(pieces).toEqual([
      [
        [2, 5],
        [2, 10],
      ],
      [
        [8, 10],
        [8, 5],
      ],
    ]);
  });
});

describe('isInRings', () => {
  it('counts a hole as outside', () => {
    const outer: Line = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    const hole: Line = [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
    ];
    expect(isInRings([outer, hole], [1, 1])).toBe(true);
    expect(isInRings([outer, hole], [5, 5])).toBe(false);
  });
});

describe('simplify', () => {
  it('leaves out what is nearer than the tolerance and keeps the ends', () => {
    expect(
      simplify(
        [
          [0, 0],
          [5, 0.4],
          [10, 0],
        ],
        0.6,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
    ]);
    expect(
      simplify(
        [
          [0, 0],
          [5, 0.8],
          [10, 0],
        ],
        0.6,
      ),
    ).toHaveLength(3);
  });

  it('does not let a closed line collapse', () => {
    const ring: Line = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(simplify(ring, 0.6)).toEqual(ring);
  });
});

describe('the stored form of a line', () => {
  it('brings back every point to a two-thousandth of a degree', () => {
    const line: Line = [
      [24.4069, 40.9396],
      [-9.5, 34],
      [33.2, 50.5],
      [33.2, 50.4995],
    ];
    const back = decodeLine(encodeLine(line));
    expect(back).toHaveLength(line.length);
    back.forEach(([x, y], index) => {
      expect(x).toBeCloseTo(line[index]?.[0] ?? NaN, 3);
      expect(y).toBeCloseTo(line[index]?.[1] ?? NaN, 3);
    });
  });
});

describe('path data', () => {
  it('is relative, short and does not drift', () => {
    expect(
      linePath([
        [
          [1, 2],
          [1.44, 2.46],
          [1.88, 2.92],
          [1.88, 9],
        ],
      ]),
    ).toBe('M1 2l.4 .5 .5 .4v6.1');
    expect(
      ringPath([
        [
          [0, 0],
          [3, 0],
          [3, -4],
        ],
      ]),
    ).toBe('M0 0h3v-4z');
  });

  it('leaves out a line that is one point', () => {
    expect(
      linePath([
        [
          [1, 1],
          [1.01, 1.01],
        ],
      ]),
    ).toBe('');
  });
});
