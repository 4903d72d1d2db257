import { geography } from './geography.ts';
import { cutLine, grow, type Line, type Point } from './geometry.ts';
import { sheetOf, type Frame } from './frame.ts';
import { linePath } from './path-data.ts';
import { simplify } from './simplify.ts';

interface DegreeLabel {
  readonly degrees: number;
  readonly axis: 'east' | 'north';
  readonly x: number;
  readonly y: number;
}

/** The lines of degrees, and where they reach the edge of the sheet. */
export interface Graticule {
  readonly lines: string;
  readonly ticks: string;
  readonly labels: readonly DegreeLabel[];
}

const TICK = 6;

function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, i) => first + i * step,
  );
}

function sample(from: number, to: number): number[] {
  return Array.from({ length: 33 }, (_, i) => from + ((to - from) * i) / 32);
}

interface Degree {
  readonly degrees: number;
  readonly axis: DegreeLabel['axis'];
  readonly line: Line;
}

function degreesOf(frame: Frame, step: number): Degree[] {
  const { x0, y0, x1, y1 } = geography().bounds;
  return [
    ...steps(x0, x1, step).map((degrees) => ({
      degrees,
      axis: 'east' as const,
      line: sample(y0, y1).map((y) => frame.project(degrees, y)),
    })),
    ...steps(y0, y1, step).map((degrees) => ({
      degrees,
      axis: 'north' as const,
      line: sample(x0, x1).map((x) => frame.project(x, degrees)),
    })),
  ];
}

function edgeTick([x, y]: Point, { width, height }: Frame, axis: Degree['axis']): Line | null {
  if (axis === 'east' && y === height)
    return [
      [x, height],
      [x, height - TICK],
    ];
  if (axis === 'east' && y === 0)
    return [
      [x, 0],
      [x, TICK],
    ];
  if (axis === 'north' && x === 0)
    return [
      [0, y],
      [TICK, y],
    ];
  if (axis === 'north' && x === width)
    return [
      [width, y],
      [width - TICK, y],
    ];
  return null;
}

function labelOf({ degrees, axis }: Degree, [x, y]: Point, frame: Frame): DegreeLabel | null {
  const isClear =
    axis === 'east' ? x > 30 && x < frame.width - 30 : y > 16 && y < frame.height - 10;
  if (!isClear) return null;
  if (axis === 'east' && y === frame.height) return { degrees, axis, x, y: y + 14 };
  if (axis === 'north' && x === frame.width) return { degrees, axis, x: x - 9, y: y + 3.5 };
  return null;
}

export function drawGraticule(frame: Frame, step: number): Graticule {
  const sheet = sheetOf(frame);
  const all = degreesOf(frame, step);
  const ends = all.flatMap((degree) =>
    cutLine(degree.line, sheet).flatMap((piece) =>
      [piece[0], piece.at(-1)].flatMap((point) => (point ? [{ degree, point }] : [])),
    ),
  );
  return {
    lines: linePath(
      all.flatMap(({ line }) => cutLine(line, grow(sheet, 2))).map((line) => simplify(line, 0.3)),
    ),
    ticks: linePath(
      ends.flatMap(({ degree, point }) => {
        const tick = edgeTick(point, frame, degree.axis);
        return tick ? [tick] : [];
      }),
    ),
    labels: ends.flatMap(({ degree, point }) => labelOf(degree, point, frame) ?? []),
  };
}
