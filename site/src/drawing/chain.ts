import type { GlyphName, NodeName } from './symbols.ts';

export interface ChainItem {
  readonly ref: string;
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly lang?: string | null;
  readonly href?: string;
  readonly caption?: string;
  /** What it belongs to, above the title: the axis of an agenda. */
  readonly axis?: string;
  readonly state?: { readonly node: NodeName; readonly text: string };
  /** The record the chain hangs on, drawn with a red edge. */
  readonly isMain?: boolean;
}

export interface ChainStage {
  readonly title: string;
  readonly glyph: GlyphName;
  readonly items: readonly ChainItem[];
  /** How many items there are, where that is more than are given. */
  readonly count?: number;
  /** Where all items are listed, for stages of more than eight. */
  readonly moreHref?: string;
}

/** A followed relation is a full line, an unknown one is dotted, a dropped one ends in a bar. */
export interface ChainLink {
  readonly from: string;
  readonly to: string | null;
  readonly kind: 'followed' | 'unknown' | 'dropped';
}

interface ChainCurve {
  readonly d: string;
  readonly style: 'full' | 'dotted' | 'bar';
}

export interface DrawnStage extends ChainStage {
  readonly shown: readonly (ChainItem & { readonly leadsTo: readonly string[] })[];
  /** Items that are only counted. */
  readonly hidden: number;
  /** In the gap to the next stage, on a field of 100 by 100. */
  readonly curves: readonly ChainCurve[];
}

/** More items than this are counted. */
export const mostInStage = 8;

interface Seat {
  readonly stage: number;
  /** Centre of its row, 0 to 100. */
  readonly y: number;
}

/** With one row too many, the last row says how many more there are. */
function rowsOf({ items }: ChainStage): { shown: number; rows: number } {
  if (items.length <= mostInStage) return { shown: items.length, rows: Math.max(1, items.length) };
  return { shown: mostInStage, rows: mostInStage + 1 };
}

function seatItems(stages: readonly ChainStage[]): Map<string, Seat> {
  const seats = new Map<string, Seat>();
  stages.forEach((stage, index) => {
    const { shown, rows } = rowsOf(stage);
    stage.items.forEach((item, row) => {
      const y = ((Math.min(row, shown) + 0.5) / rows) * 100;
      if (!seats.has(item.ref)) seats.set(item.ref, { stage: index, y });
    });
  });
  return seats;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function curve(from: number, to: number): string {
  const [a, b] = [round(from), round(to)];
  return a === b ? `M0 ${a}H100` : `M0 ${a}C50 ${a} 50 ${b} 100 ${b}`;
}

/** A line that ends in a bar; the bar is a short piece of a thick stroke, so it keeps its height. */
function endedLine(at: number): ChainCurve[] {
  const y = round(at);
  return [
    { d: `M0 ${y}H46`, style: 'full' },
    { d: `M45 ${y}h3`, style: 'bar' },
  ];
}

const EMPTY_ROW = 50;

/** The curves of one link, gap by gap; through a stage of which nothing is known it is dotted. */
function curvesOf(
  link: ChainLink,
  seats: ReadonlyMap<string, Seat>,
  stages: readonly ChainStage[],
): { gap: number; curve: ChainCurve }[] {
  const from = seats.get(link.from);
  if (!from) return [];
  if (link.kind === 'dropped')
    return endedLine(from.y).map((part) => ({ gap: from.stage, curve: part }));
  const to = seats.get(link.to ?? '');
  if (!to || to.stage <= from.stage) return [];
  const between = stages.slice(from.stage + 1, to.stage);
  if (between.some(({ items }) => items.length > 0)) return [];
  const stops = [from.y, ...between.map(() => EMPTY_ROW), to.y];
  const style = link.kind === 'unknown' || between.length > 0 ? 'dotted' : 'full';
  return stops.slice(1).map((y, index) => ({
    gap: from.stage + index,
    curve: { d: curve(stops[index] ?? EMPTY_ROW, y), style },
  }));
}

/** Where the items of a chain stand and how the lines between them run. */
export function layOutChain(
  stages: readonly ChainStage[],
  links: readonly ChainLink[],
): DrawnStage[] {
  const seats = seatItems(stages);
  const titles = new Map(
    stages.flatMap(({ items }) => items.map(({ ref, title }) => [ref, title])),
  );
  const drawn = links.flatMap((link) => curvesOf(link, seats, stages));
  return stages.map((stage, index) => {
    const { shown } = rowsOf(stage);
    const curves = drawn.filter(({ gap }) => gap === index).map((entry) => entry.curve);
    const full = new Set(curves.filter(({ style }) => style === 'full').map(({ d }) => d));
    const seen = new Set<string>();
    return {
      ...stage,
      shown: stage.items.slice(0, shown).map((item) => ({
        ...item,
        leadsTo: links
          .filter(({ from, kind }) => from === item.ref && kind !== 'dropped')
          .flatMap(({ to }) => titles.get(to ?? '') ?? []),
      })),
      hidden: (stage.count ?? stage.items.length) - shown,
      curves: curves.filter(({ d, style }) => {
        const isDouble = seen.has(d) || (style === 'dotted' && full.has(d));
        seen.add(d);
        return !isDouble;
      }),
    };
  });
}
