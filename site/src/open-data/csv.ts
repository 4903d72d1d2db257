import { stringify } from 'csv-stringify/sync';
import type { OpenRecord } from './list.ts';

/**
 * A table of records (RFC 4180): one column per field, plain lists joined by "; ", whatever is
 * nested deeper as JSON. A cell that a spreadsheet would run as a formula gets an apostrophe.
 */
export function toCsv(columns: readonly string[], records: readonly OpenRecord[]): string {
  return stringify(
    records.map((record) => columns.map((column) => cellOf(record[column]))),
    {
      columns: columns.map((column) => ({ key: column })),
      header: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      cast: { boolean: String },
    },
  );
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  return isPlainList ? value.join('; ') : JSON.stringify(value);
}
