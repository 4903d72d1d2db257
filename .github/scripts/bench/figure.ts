import type { RowName } from './options.ts';

/** One measured figure; where it has to reach something, whether it does. */
export interface Figure {
  readonly row: RowName;
  readonly what: string;
  readonly entries: number;
  /** Null when it could not be measured; the note says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly reach: Reach | null;
  readonly note: string;
}

/** What stands in place of the figures of a row that failed. */
export const notMeasured = 'could not be measured';

export type Reach = { readonly atMost: number } | { readonly atLeast: number };

/** Null where nothing has to be reached, or nothing was measured. */
export function isReached({ value, reach }: Figure): boolean | null {
  if (reach === null || value === null) return null;
  return 'atMost' in reach ? value <= reach.atMost : value >= reach.atLeast;
}

/** The p-th percentile by nearest rank: of 20 values, the 95th is the 19th smallest. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('There are no values to take a percentile of.');
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Milliseconds as seconds, to the millisecond. */
export const inSeconds = (ms: number): number => Math.round(ms) / 1000;

/** "median 0.31, worst 0.52" for the notes of a figure. */
export function spreadOf(values: readonly number[]): string {
  return `median ${inSeconds(median(values))}, worst ${inSeconds(Math.max(...values))} of ${values.length}`;
}
