import type { Box, Point } from './geometry.ts';
import type { Candidate } from './label-placement.ts';
import { everywhere, minor, type Scales } from './label-scales.ts';
import { breakName, textWidth, type Face } from './text-width.ts';

export type Sign = 'here' | 'status' | 'plain' | 'pin';

export interface Town {
  readonly ref: string;
  readonly name: string;
  readonly sign: Sign;
  readonly at: Point;
}

export interface TownLabel {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Classes that hide it where there is no room. */
  readonly hiding: string;
}

export interface Style {
  readonly radius: number;
  readonly size: number;
  readonly face: Face;
}

export const townStyles: Readonly<Record<Sign, Style>> = {
  here: { radius: 15, size: 24, face: 'serif' },
  status: { radius: 5.6, size: 12.5, face: 'strong' },
  plain: { radius: 2.9, size: 12.5, face: 'sans' },
  pin: { radius: 9.5, size: 12.5, face: 'sans' },
};

/** Longest name that stands in one line, in characters. */
const LONGEST = 15;
const LEADING = 1.08;
/** Letters rise this much of their size above the baseline, and fall as much below, accents included. */
const RISE = 0.82;
const FALL = 0.24;

export type Position = Pick<TownLabel, 'x' | 'y' | 'anchor'>;

function positionsAround(radius: number, size: number, lines: number): Position[] {
  const side = radius + 4;
  const lower = size * 0.33 - ((lines - 1) * LEADING * size) / 2;
  const shift = (lines - 1) * LEADING * size;
  const at = (x: number, y: number, anchor: Position['anchor']): Position => ({ x, y, anchor });
  return [
    at(side, lower, 'start'),
    at(-side, lower, 'end'),
    at(side - 1, lower + size * 0.45, 'start'),
    at(side - 1, lower - size * 0.45, 'start'),
    at(1 - side, lower + size * 0.45, 'end'),
    at(1 - side, lower - size * 0.45, 'end'),
    at(0, -radius - 4 - shift, 'middle'),
    at(0, radius + 2 + size * RISE, 'middle'),
    at(radius * 0.6, radius + 2 + size * RISE, 'start'),
    at(radius * 0.6, -radius - 4 - shift, 'start'),
    at(-radius * 0.6, radius + 2 + size * RISE, 'end'),
    at(-radius * 0.6, -radius - 4 - shift, 'end'),
  ];
}

function cover(
  town: Town,
  { size, face }: Style,
  lines: readonly string[],
  position: Position,
  scale: number,
): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, face, size)));
  const from = { start: 0, middle: -width / 2, end: -width }[position.anchor];
  const bottom = position.y + (lines.length - 1) * LEADING * size + FALL * size;
  return {
    x0: town.at[0] + (position.x + from - 1) * scale,
    y0: town.at[1] + (position.y - RISE * size) * scale,
    x1: town.at[0] + (position.x + from + width + 1) * scale,
    y1: town.at[1] + bottom * scale,
  };
}

export interface Named {
  readonly ref: string;
  readonly lines: readonly string[];
}

/** A town's name with the places about its sign where it could stand. */
export function candidateOf(town: Town, style: Style, scales: Scales): Candidate<Position> & Named {
  const lines = breakName(town.name, LONGEST);
  return {
    ref: town.ref,
    lines,
    positions: positionsAround(style.radius, style.size, lines.length),
    wishes: town.sign === 'plain' ? minor : everywhere,
    cover: (position, width) => [cover(town, style, lines, position, scales[width].sign)],
  };
}
