import type { Queue, QueueItem } from './moderation-api';

interface Following {
  /** Null when nothing else waits. */
  next: QueueItem | null;
  /** How many others wait, the next one among them. */
  others: number;
}

/**
 * What to answer after an entry: what has waited next longest, else what has waited longest of all.
 * Who passed something over is not led back to it by the next answer.
 *
 * @param since when the entry was sent, for one that is answered and waits no more
 */
export function nextInQueue(
  { data }: Pick<Queue, 'data'>,
  documentId: string,
  since: string | null,
): Following {
  const isHere = (item: QueueItem) => item.documentId === documentId;
  const others = data.filter((item) => !isHere(item));
  const place = data.findLastIndex(isHere);
  const next =
    place === -1
      ? others.find((item) => since !== null && item.since > since)
      : data.slice(place + 1)[0];
  return {
    next: next ?? others[0] ?? null,
    others: new Set(others.map((item) => item.documentId)).size,
  };
}
