import { timeInWords } from '../spoken-time';
import type { EntryState } from './publishing-api';

export interface EntryLine {
  tone: 'success' | 'primary' | 'warning' | 'danger' | 'neutral';
  text: string;
}

/** Where an entry stands, in the order in which an editor wants to know it. */
export function entryInWords(state: EntryState, now: Date): EntryLine[] {
  const { liveSince, waiting, isHeldBack, fault } = state;
  const lines: EntryLine[] = [];
  if (waiting !== null) {
    lines.push({ tone: 'primary', text: `Waiting to go live since ${timeInWords(waiting, now)}` });
  }
  if (isHeldBack) {
    lines.push({
      tone: 'warning',
      text: 'The last change waits: the site is held at an earlier release',
    });
  } else if (fault) {
    lines.push({ tone: 'danger', text: 'The last change is not on the site' });
  } else if (liveSince !== null) {
    lines.push({ tone: 'success', text: `On the site since ${timeInWords(liveSince, now)}` });
  } else if (waiting === null) lines.push({ tone: 'neutral', text: 'Not on the site' });
  return lines;
}

/** What went wrong with it, each with the sentence for whoever can mend it. */
export function troubleInWords({ fault, problem }: EntryState, now: Date): string[] {
  const lines: string[] = [];
  if (fault)
    lines.push(`Readers see what was there before. Mend this and publish again: ${fault.message}`);
  if (problem) {
    const what = problem.change === 'publish' ? 'published' : 'taken down';
    const when = timeInWords(problem.at, now);
    lines.push(`It could not be ${what} at its time (${when}): ${problem.message}`);
  }
  return lines;
}

/** What will happen by the clock, read from the entry itself. */
export function plansInWords(
  { goLiveAt, takeDownAt }: Readonly<Record<string, unknown>>,
  now: Date,
): string[] {
  const plan = (what: string, at: unknown) =>
    typeof at === 'string' && at !== '' ? [`${what} ${timeInWords(at, now)}`] : [];
  return [...plan('Goes live', goLiveAt), ...plan('Is taken down', takeDownAt)];
}

/** Whether the next seconds will bring news. */
export const isOnItsWay = ({ waiting }: EntryState): boolean => waiting !== null;
