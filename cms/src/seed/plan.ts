import { digestOf } from './canonical';
import { rowKey, type Ledger } from './ledger';
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

/** What to do with a row: an editor's work is never overwritten, nor is a deletion undone. */
export function decide(row: Row, stored: ReadonlyMap<string, StoredRow>, ledger: Ledger): Decision {
  const key = rowKey(row.record.ref, row.locale);
  const note = ledger[key];
  const now = stored.get(key);
  if (!note) {
    if (!now) return { action: 'create' };
    return leave('foreign', `${key} stands in the database, but not from the seed; left alone.`);
  }
  if (note.said === whatIsSaid(row)) return { action: 'leave', because: 'unchanged' };
  if (!now) return leave('deleted', `${key} changed in the files, but was deleted; left out.`);
  if (note.stood !== now.digest) {
    return leave('edited', `${key} changed in the files, but an editor changed it; left alone.`);
  }
  return { action: 'update' };
}

function leave(because: 'edited' | 'deleted' | 'foreign', notice: string): Decision {
  return { action: 'leave', because, notice };
}
