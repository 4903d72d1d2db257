import { join } from 'node:path';
import { z } from 'zod';
import type { Kind, LookUp } from './kind';
import { KINDS } from './kinds-in-order';
import type { Problem } from './problem';
import type { Fields } from './target';
import { readYamlFile } from './yaml-file';

export interface EnglishRecord {
  kind: Kind;
  ref: string;
  fields: Fields;
}

export interface EnglishRecords {
  records: EnglishRecord[];
  /** Of all records, also of those with problems: pointing at one is no problem of its own. */
  refs: Set<string>;
  problems: Problem[];
  notices: string[];
}

const withName = z.looseObject({ ref: z.string(), name: z.string() });
const withRef = z.looseObject({ ref: z.string() });

/** Reads the thirteen English files; every problem is collected, none thrown. */
export function readRecords(folder: string): EnglishRecords {
  const result: EnglishRecords = {
    records: [],
    refs: new Set(),
    problems: [],
    notices: [],
  };
  const lists = KINDS.map((kind) => ({ kind, list: readList(folder, kind, result.problems) }));
  const lookUp = nameLookUp(lists.flatMap(({ list }) => list));
  for (const { kind, list } of lists) readKind(kind, list, lookUp, result);
  return result;
}

function readList(folder: string, kind: Kind, problems: Problem[]): unknown[] {
  const file = `${kind.file}.yaml`;
  const read = readYamlFile(join(folder, file), file);
  if (read?.ok === false) {
    problems.push(...read.problems);
    return [];
  }
  const list = z.array(z.unknown()).safeParse(read?.content);
  if (list.success) return list.data;
  const message = read ? 'must be a list of records.' : 'is missing from the seed folder.';
  problems.push({ file, record: 'whole file', path: [], message });
  return [];
}

function nameLookUp(records: readonly unknown[]): LookUp {
  const names = new Map<string, string>();
  for (const record of records) {
    const named = withName.safeParse(record);
    if (named.success) names.set(named.data.ref, named.data.name);
  }
  return { nameOf: (ref) => names.get(ref) ?? null };
}

function readKind(kind: Kind, list: unknown[], lookUp: LookUp, result: EnglishRecords): void {
  const dropped = new Map<string, number>();
  list.forEach((raw, index) => {
    const known = withRef.safeParse(raw);
    if (known.success) result.refs.add(known.data.ref);
    const name = known.success ? known.data.ref : `record ${index + 1}`;
    const read = kind.read(raw, name, lookUp);
    if (!read.ok) {
      result.problems.push(...read.problems);
      return;
    }
    result.records.push({ kind, ref: read.ref, fields: read.fields });
    for (const field of read.dropped) dropped.set(field, (dropped.get(field) ?? 0) + 1);
  });
  for (const { field, reason } of kind.drops) {
    const count = dropped.get(field);
    if (count)
      result.notices.push(`${kind.file}.yaml: ${field} of ${count} record(s) left out: ${reason}.`);
  }
}
