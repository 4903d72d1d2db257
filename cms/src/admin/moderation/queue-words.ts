import type { Queue, QueueItem } from './moderation-api';

const TYPES: Readonly<Record<string, string>> = {
  practice: 'Practice',
  adaptation: '“We tried it”',
  notice: 'Notice',
};

export const typeInWords = (type: string): string => TYPES[type] ?? type;

const WISHES: Readonly<Record<QueueItem['kind'], string>> = {
  submission: 'Sent in',
  removal: 'Asks for removal',
  answer: 'Answered the yearly question',
};

export const wishInWords = ({ kind }: Pick<QueueItem, 'kind'>): string => WISHES[kind];

/** "4 wait for an answer, 1 of them longer than the 10 working days we promise. 1 report of messages." */
export function queueInWords(meta: Queue['meta']): string {
  const { reports } = meta;
  if (reports === 0) return waitingInWords(meta);
  return `${waitingInWords(meta)} ${reports} ${reports === 1 ? 'report' : 'reports'} of messages.`;
}

function waitingInWords({ total, overdue, promisedDays }: Queue['meta']): string {
  if (total === 0) return 'Nothing waits for an answer.';
  const wait = `${total} ${total === 1 ? 'waits' : 'wait'} for an answer`;
  const promise = `the ${promisedDays} working days we promise`;
  return overdue === 0
    ? `${wait}, none longer than ${promise}.`
    : `${wait}, ${overdue} of them longer than ${promise}.`;
}

/** "3 others wait.", "Nothing else waits."; of a part of the queue when it is narrowed. */
export function othersInWords(others: number, isNarrowed: boolean): string {
  if (others === 0) return `Nothing else waits${isNarrowed ? ' in what you chose' : ''}.`;
  return others === 1 ? 'One other waits.' : `${others} others wait.`;
}
