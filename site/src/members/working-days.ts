/** The editors' promise: an answer within ten working days. */
export const promisedDays = 10;

const dayMs = 24 * 60 * 60 * 1000;

export interface AnswerPromise {
  /** Working days that have passed, at most those promised. */
  readonly passed: number;
  /** The last day on which the answer is in time. */
  readonly until: Date;
}

/** How far the promise has run for what was sent at `sent`, on the day of `now` (UTC). */
export function promiseAt(sent: Date, now: Date): AnswerPromise {
  let day = startOf(sent);
  let until = day;
  let passed = 0;
  for (let count = 0; count < promisedDays;) {
    day = new Date(day.getTime() + dayMs);
    if ([0, 6].includes(day.getUTCDay())) continue;
    count += 1;
    until = day;
    if (day.getTime() <= startOf(now).getTime()) passed = count;
  }
  return { passed, until };
}

function startOf(moment: Date): Date {
  return new Date(moment.toISOString().slice(0, 10));
}
