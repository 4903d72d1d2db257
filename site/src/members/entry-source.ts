import { ask } from './ask.ts';
import { type Entry, type EntryType, entryPlurals, readEntries } from './entry.ts';
import { fieldsOf, numberOf } from './unknown.ts';

const pageSize = 100;

const asked = new Map<EntryType, Promise<Entry[]>>();

/** The member's entries of a type, asked for once for all parts of a page. Throws RequestFailed. */
export function entriesOf(type: EntryType): Promise<Entry[]> {
  let answer = asked.get(type);
  if (!answer) {
    answer = fetchAll(type);
    asked.set(type, answer);
    answer.catch(() => asked.delete(type));
  }
  return answer;
}

/** Asks anew the next time: something was changed. */
export function forgetEntries(type: EntryType): void {
  asked.delete(type);
}

async function fetchAll(type: EntryType): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let page = 1; ; page += 1) {
    const part = `pagination[page]=${page}&pagination[pageSize]=${pageSize}`;
    const answer = await ask('GET', `/api/me/${entryPlurals[type]}?${part}`);
    const { pagination } = fieldsOf(fieldsOf(answer).meta);
    entries.push(...readEntries(answer));
    if (page >= (numberOf(fieldsOf(pagination).pageCount) ?? 1)) return entries;
  }
}
