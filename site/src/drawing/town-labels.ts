import type { Box, Point } from './geometry.ts';
import { boxAround, type Candidate, type Room } from './label-placement.ts';
import { everywhere, hidingClass, minor, widths, type Scales } from './label-scales.ts';
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

interface Style {
  readonly radius: number;
  readonly size: number;
  readonly face: Face;
}

const styles: Readonly<Record<Sign, Style>> = {
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

export function signBox({ at, sign }: Town, scale: number, radius = styles[sign].radius): Box {
  return boxAround(at, radius * scale + 1);
}

type Position = Pick<TownLabel, 'x' | 'y' | 'anchor'>;

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

function cover(town: Town, lines: readonly string[], position: Position, scale: number): Box {
  const { size, face } = styles[town.sign];
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

function candidateOf(town: Town, scales: Scales, radius: number): Candidate<Position> & { lines: string[] } {
  const lines = breakName(town.name, LONGEST);
  return {
    lines,
    positions: positionsAround(radius, styles[town.sign].size, lines.length),
    wishes: town.sign === 'plain' ? minor : everywhere,
    cover: (position, width) => [cover(town, lines, position, scales[width].sign)],
  };
}

const order: readonly Sign[] = ['here', 'status', 'pin', 'plain'];

function crowding(town: Town, towns: readonly Town[]): number {
  const distances = towns.map(({ at }) => Math.hypot(at[0] - town.at[0], at[1] - town.at[1]));
  return distances.filter((distance) => distance < 70).length;
}

/**
 * Writes the towns' names: first the place meant, then the partners, then the rest, where it is
 * crowded first. A name without room is left out; its sign stays.
 */
export function placeTownLabels(
  towns: readonly Town[],
  room: Room,
  scales: Scales,
  radii: Partial<Record<Sign, number>> = {},
): Map<string, TownLabel> {
  const radiusOf = ({ sign }: Town): number => radii[sign] ?? styles[sign].radius;
  for (const width of widths) {
    for (const town of towns) room.take([signBox(town, scales[width].sign, radiusOf(town))], [width]);
  }
  const sorted = towns
    .map((town) => ({ town, rank: order.indexOf(town.sign) - crowding(town, towns) / 1000 }))
    .sort((a, b) => a.rank - b.rank || (a.town.ref < b.town.ref ? -1 : 1));
  const placed = new Map<string, TownLabel>();
  for (const { town } of sorted) {
    const candidate = candidateOf(town, scales, radiusOf(town));
    const placing = room.place(candidate);
    if (!placing) continue;
    const { position, shownAt } = placing;
    placed.set(town.ref, { ...position, lines: candidate.lines, hiding: hidingClass(shownAt) });
  }
  return placed;
}
