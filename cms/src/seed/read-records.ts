import { z } from 'zod';
import type { LookUp } from './kind';
import type { Problem } from './problem';
import type { Lists } from './read-lists';
import type { SeedRecord } from './seed-record';

type EnglishRecord = Omit<SeedRecord, 'translations'>;

export interface EnglishRecords {
  records: EnglishRecord[];
  /** Of all records, also of those with problems: pointing at one is no problem of its own. */
  refs: Set<string>;
  problems: Problem[];
  notices: string[];
}

/** What records may point at though no file has it. */
export interface Elsewhere extends LookUp {
  refs: ReadonlySet<string>;
}

export const nothingElse: Elsewhere = { refs: new Set(), nameOf: () => null };

const withName = z.looseObject({ ref: z.string(), name: z.string() });
const withRef = z.looseObject({ ref: z.string() });

/** Checks the records of the files one by one; every problem is collected, none thrown. */
export function readRecords(given: Lists, elsewhere: Elsewhere): EnglishRecords {
  const result: EnglishRecords = {
    records: [],
    refs: new Set(),
    problems: [...given.problems],
    notices: [...given.notices],
  };
  const lookUp = nameLookUp(
    given.lists.flatMap(({ list }) => list),
    elsewhere,
  );
  for (const list of given.lists) readList(list, lookUp, result);
  return result;
}

function nameLookUp(records: readonly unknown[], elsewhere: Elsewhere): LookUp {
  const names = new Map<string, string>();
  for (const record of records) {
    const named = withName.safeParse(record);
    if (named.success) names.set(named.data.ref, named.data.name);
  }
  return { nameOf: (ref) => names.get(ref) ?? elsewhere.nameOf(ref) };
}

function readList(
  { kind, file, list }: Lists['lists'][number],
  lookUp: LookUp,
  result: EnglishRecords,
): void {
  const dropped = new Map<string, number>();
  list.forEach((raw, index) => {
    const known = withRef.safeParse(raw);
    if (known.success) result.refs.add(known.data.ref);
    const record = known.success ? known.data.ref : `record ${index + 1}`;
    const read = kind.read(raw, { file, record }, lookUp);
    if (!read.ok) {
      result.problems.push(...read.problems);
      return;
    }
    result.records.push({ kind, file, ref: read.ref, fields: read.fields });
    for (const field of read.dropped) dropped.set(field, (dropped.get(field) ?? 0) + 1);
  });
  for (const { field, reason } of kind.drops) {
    const count = dropped.get(field);
    if (count) result.notices.push(`${file}: ${field} of ${count} record(s) left out: ${reason}.`);
  }
}
