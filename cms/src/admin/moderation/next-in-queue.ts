import type { Queue, QueueItem } from './moderation-api';

interface Following {
  /** Null when nothing else waits. */
  next: QueueItem | null;
  /** How many others wait, the next one among them. */
  others: number;
}

/** What to answer after an entry: what has waited next longest, else what has waited longest of all. */
export function nextInQueue({ data }: Pick<Queue, 'data'>, documentId: string): Following {
  const isHere = (item: QueueItem) => item.documentId === documentId;
  const after = data.slice(data.findLastIndex(isHere) + 1);
  const others = data.filter((item) => !isHere(item));
  return {
    next: after[0] ?? others[0] ?? null,
    others: new Set(others.map((item) => item.documentId)).size,
  };
}
