import type { Box, Point } from './geometry.ts';
import { boxAround, type Candidate, type Room } from './label-placement.ts';
import { everywhere, hidingClass, minor, widths, type Scales, type Width } from './label-scales.ts';
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

interface Named {
  readonly ref: string;
  readonly lines: readonly string[];
}

function candidateOf(
  town: Town,
  style: Style,
  scales: Scales,
): Candidate<Position> & Named {
  const lines = breakName(town.name, LONGEST);
  return {
    ref: town.ref,
    lines,
    positions: positionsAround(style.radius, style.size, lines.length),
    wishes: town.sign === 'plain' ? minor : everywhere,
    cover: (position, width) => [cover(town, style, lines, position, scales[width].sign)],
  };
}

const order: readonly Sign[] = ['here', 'status', 'pin', 'plain'];

function crowding(town: Town, towns: readonly Town[]): number {
  const distances = towns.map(({ at }) => Math.hypot(at[0] - town.at[0], at[1] - town.at[1]));
  return distances.filter((distance) => distance < 70).length;
}

interface Attempt {
  readonly labels: Map<string, TownLabel>;
  /** How many names show at how many widths. */
  readonly shown: number;
  readonly taken: [Width, Box][];
}

function attempt(candidates: readonly (Candidate<Position> & Named)[], room: Room): Attempt {
  const labels = new Map<string, TownLabel>();
  const taken: [Width, Box][] = [];
  let shown = 0;
  for (const candidate of candidates) {
    const placing = room.place(candidate);
    if (!placing) continue;
    const { position, shownAt } = placing;
    const { ref, lines } = candidate;
    labels.set(ref, { ...position, lines, hiding: hidingClass(shownAt) });
    for (const width of shownAt) {
      taken.push(...candidate.cover(position, width).map((box): [Width, Box] => [width, box]));
    }
    shown += shownAt.length;
  }
  return { labels, shown, taken };
}

/** Other orders to try when some name finds no room in the first one. */
function ordersOf<T>(candidates: readonly T[], first: number): T[][] {
  const [fixed, rest] = [candidates.slice(0, first), candidates.slice(first)];
  const turns = Math.min(rest.length, 8);
  return Array.from({ length: turns }, (_, turn) => [...fixed, ...rest.slice(turn), ...rest.slice(0, turn)]);
}

/**
 * Writes the towns' names: first the place meant, then the partners, then the rest, where it is
 * crowded first. A name without room is left out; its sign stays. `changes` are for maps whose
 * signs have another size.
 */
export function placeTownLabels(
  towns: readonly Town[],
  room: Room,
  scales: Scales,
  changes: Partial<Record<Sign, Partial<Style>>> = {},
): Map<string, TownLabel> {
  const styleOf = ({ sign }: Town): Style => ({ ...styles[sign], ...changes[sign] });
  for (const width of widths) {
    for (const town of towns) {
      room.take([boxAround(town.at, styleOf(town).radius * scales[width].sign + 1)], [width]);
    }
  }
  const sorted = towns
    .map((town) => ({ town, rank: order.indexOf(town.sign) - crowding(town, towns) / 1000 }))
    .sort((a, b) => a.rank - b.rank || (a.town.ref < b.town.ref ? -1 : 1))
    .map(({ town }) => candidateOf(town, styleOf(town), scales));
  const first = towns.filter(({ sign }) => sign === 'here' || sign === 'status').length;
  const wanted = sorted.reduce((sum, { wishes }) => sum + (wishes[0]?.length ?? 0), 0);
  let best: Attempt | undefined;
  for (const candidates of [sorted, ...ordersOf(sorted, first)]) {
    const tried = attempt(candidates, room.copy());
    if (!best || tried.shown > best.shown) best = tried;
    if (best.shown === wanted) break;
  }
  for (const [width, box] of best?.taken ?? []) room.take([box], [width]);
  return best?.labels ?? new Map<string, TownLabel>();
}
