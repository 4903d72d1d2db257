/** The bands of money, from the smallest. */
export const bands = ['under5k', 'from5kTo25k', 'from25kTo100k', 'from100kTo1m', 'over1m'] as const;

export type CostBand = (typeof bands)[number] | 'unknown';

export interface Cost {
  readonly staffDays: number | null;
  readonly costBand: CostBand;
  readonly months: number | null;
  readonly outsideHelp: boolean | null;
  readonly roles: string | null;
  readonly fundingSource: string | null;
}

export interface Tally {
  /** Days that one stroke stands for. */
  readonly unit: 1 | 5 | 20;
  /** Strokes of each group, five at most. */
  readonly groups: readonly number[];
}

/** Strokes of a tally: days as long as they can be counted, then weeks, then months of work. */
export function tallyDays(days: number): Tally {
  const unit = days <= 60 ? 1 : days <= 300 ? 5 : 20;
  const strokes = Math.ceil(days / unit);
  const groups = Array.from({ length: Math.ceil(strokes / 5) }, (_, i) =>
    Math.min(5, strokes - 5 * i),
  );
  return { unit, groups };
}

const STROKES = ['M3 1v14', 'M8.2 1v14', 'M13.4 1v14', 'M18.6 1v14', 'M.5 12 22 3.5'] as const;

/** Path data of one group on a field of 22.5 by 16; the fifth stroke crosses the four. */
export function tallyPath(strokes: number): string {
  return STROKES.slice(0, strokes).join('');
}

export interface Boxes {
  /** Months that one box stands for. */
  readonly unit: 1 | 3 | 12;
  readonly boxes: readonly ('full' | 'part' | 'empty')[];
}

/** Boxes in rows of twelve: months for two years, then quarters, then years. */
export function boxMonths(months: number): Boxes {
  const unit = months <= 24 ? 1 : months <= 72 ? 3 : 12;
  const filled = months / unit;
  const count = Math.max(12, Math.ceil(filled / 12) * 12);
  const boxes = Array.from({ length: count }, (_, index) =>
    index + 1 <= filled ? 'full' : index < filled ? 'part' : 'empty',
  );
  return { unit, boxes };
}
