import type { Box } from './geometry.ts';
import { boxAround, type Candidate, type Room } from './label-placement.ts';
import { hidingClass, widths, type Scales, type Width } from './label-scales.ts';
import {
  candidateOf,
  townStyles,
  type Named,
  type Position,
  type Sign,
  type Style,
  type Town,
  type TownLabel,
} from './town-candidates.ts';

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
  return Array.from({ length: turns }, (_, turn) => [
    ...fixed,
    ...rest.slice(turn),
    ...rest.slice(0, turn),
  ]);
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
  const styleOf = ({ sign }: Town): Style => ({ ...townStyles[sign], ...changes[sign] });
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
