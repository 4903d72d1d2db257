export interface Range {
  readonly from: number;
  readonly to: number;
}

const STEPS = [1, 2, 5];

/** Round numbers about a set of populations, for a scale that all rulers of a list share. */
export function rangeOf(values: readonly number[]): Range {
  const known = values.filter((value) => value > 0);
  if (known.length === 0) return { from: 1_000, to: 1_000_000 };
  const marks = Array.from({ length: 24 }, (_, i) => (STEPS[i % 3] ?? 1) * 10 ** Math.floor(i / 3));
  const from = marks.findLast((mark) => mark < Math.min(...known)) ?? 1;
  const to = marks.find((mark) => mark > Math.max(...known)) ?? 10 ** 8;
  return { from, to };
}

/** Where a value stands on a logarithmic ruler, in percent. */
export function positionOn({ from, to }: Range, value: number): number {
  const share = Math.log(value / from) / Math.log(to / from);
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}
