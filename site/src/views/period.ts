/** Years of records, as numbers on an axis. */

/** First and last year of a programme period: `y2014_2020`. Null when it is not one. */
export function yearsOfPeriod(period: string | null): readonly [number, number] | null {
  const found = /^y(\d{4})_(\d{4})$/.exec(period ?? '');
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** A whole or partial ISO date as a point on an axis of years: the middle of 2020 is 2020.5. */
export function pointInYears(date: string, edge: 'start' | 'end'): number {
  const [year = '', month, day] = date.split('-');
  const first = Number(year);
  if (!month) return edge === 'start' ? first : first + 1;
  const months = first + (Number(month) - 1) / 12;
  if (!day) return edge === 'start' ? months : months + 1 / 12;
  return months + (Number(day) - (edge === 'start' ? 1 : 0)) / 366;
}
