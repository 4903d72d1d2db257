const DAY_MS = 24 * 60 * 60 * 1000;

/** Within how many working days a member is answered: what the site promises. */
export const PROMISED_DAYS = 10;

/** How many working days have begun since: none on the same day or over a weekend. */
export function countWorkingDays(since: Date, now: Date): number {
  let count = 0;
  for (let day = startOfDay(since) + DAY_MS; day <= startOfDay(now); day += DAY_MS) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}
