import { z } from 'zod';
import { oneOf } from './vocabulary';

// Shapes that several files share.

export const text = z.string().trim().min(1, 'must not be empty; unknown is null');
export const optionalText = text.nullable();
export const optionalNumber = z.number().nullable();
export const day = z.iso.date('must be a day like 2026-11-22');
export const webAddress = z
  .string()
  .regex(/^https?:\/\/\S+$/, 'must start with http:// or https://');

/** A date as precise as the source is: a year, a month or a day. */
export const looseDate = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    'must be a year, a month or a day, like 2014, 2014-09 or 2014-09-29',
  );

export const source = z.strictObject({ label: text, url: webAddress, accessed: day });

/** What every record of every file has. */
export const common = {
  ref: z.string().regex(/^SEE-[A-Z]-\d{3,}$/, 'must be a ref like SEE-C-001'),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  basis: oneOf('basis'),
  sources: z.array(source),
};

type Source = z.output<typeof source>;

interface CommonRecord {
  ref: string;
  slug: string;
  basis: string;
  sources: Source[];
}

/** The stored side of `common`: a record was last checked when its newest source was read. */
export function commonFields(record: CommonRecord) {
  const accessed = record.sources.map((one) => one.accessed).sort();
  return {
    ref: record.ref,
    slug: record.slug,
    basis: record.basis,
    sources: record.sources,
    lastChecked: accessed.at(-1) ?? null,
  };
}

export const yearOf = (date: string | null): number | null =>
  date === null ? null : Number(date.slice(0, 4));

/** Lists of plain sentences become one text, a line each. */
export const lines = (items: readonly string[]): string | null =>
  items.length > 0 ? items.join('\n') : null;
