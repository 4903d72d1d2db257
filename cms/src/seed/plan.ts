import { digestOf } from './canonical';
import { rowKey, type Ledger, type Origin } from './ledger';
import type { SeedRecord } from './seed-record';
import type { StoredRow } from './stored-rows';
import type { Fields } from './target';

export type Decision =
  | { action: 'create' | 'update' }
  | { action: 'leave'; because: 'unchanged' }
  | { action: 'leave'; because: 'edited' | 'deleted' | 'foreign'; notice: string };

/** One language of one record, and what the files say about it. */
export interface Row {
  record: SeedRecord;
  locale: string;
  fields: Fields;
}

export function rowsOf(record: SeedRecord): Row[] {
  return [
    { record, locale: 'en', fields: record.fields },
    ...[...record.translations].map(([locale, fields]) => ({ record, locale, fields })),
  ];
}

export const whatIsSaid = (row: Row): string => digestOf(row.fields);

/** What is known from before of those who write records from files. */
export interface Before {
  origin: Origin;
  /** The newest first: it tells what was said last, and any of them what nobody edited since. */
  ledgers: readonly Ledger[];
  publishes: boolean;
}

const unchanged: Decision = { action: 'leave', because: 'unchanged' };

/** What to do with a row: an editor's work is never overwritten, nor is a deletion undone. */
export function decide(
  row: Row,
  stored: ReadonlyMap<string, StoredRow>,
  { origin, ledgers, publishes }: Before,
): Decision {
  const key = rowKey(row.record.ref, row.locale);
  const notes = ledgers.flatMap((ledger) => ledger[key] ?? []);
  const now = stored.get(key);
  const isSaid = notes[0]?.said === whatIsSaid(row);
  if (notes.length === 0) {
    if (!now) return { action: 'create' };
    return leave(
      'foreign',
      `${key} stands in the database, but not from the ${origin}; left alone.`,
    );
  }
  if (!now) {
    // The seed says the same each time; who imports a record wants it there.
    if (isSaid && origin === 'seed') return unchanged;
    return leave('deleted', `${key} was deleted from the database; left out.`);
  }
  const isEdited = notes.every((note) => ![note.stood, note.published].includes(now.digest));
  // What was written as a draft goes live when the same is written to be published.
  const isWaiting = notes[0]?.published !== undefined && notes[0].stood === now.digest;
  if (isSaid && !(publishes && isWaiting)) return unchanged;
  if (isEdited) {
    return leave('edited', `${key} changed in the files, but an editor changed it; left alone.`);
  }
  return { action: 'update' };
}

function leave(because: 'edited' | 'deleted' | 'foreign', notice: string): Decision {
  return { action: 'leave', because, notice };
}
