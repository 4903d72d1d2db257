import { checkFields, type AttributesOf } from './check-fields';
import { SeedError, type Problem } from './problem';
import { readRecords, type EnglishRecord } from './read-records';
import { readTranslations } from './read-translations';
import type { Seed, SeedRecord } from './seed-record';
import { Target, type SeedValue } from './target';

/**
 * Reads the whole seed folder.
 * @throws {SeedError} naming every problem by file, record and path; then nothing may be written.
 */
export function readSeed(folder: string, attributesOf: AttributesOf): Seed {
  const english = readRecords(folder);
  const other = readTranslations(folder, english);
  const records = english.records.map((record): SeedRecord => ({
    ...record,
    translations: other.translations.get(record.ref) ?? new Map(),
  }));
  const problems = [
    ...english.problems,
    ...other.problems,
    ...findDoubles(records),
    ...records.flatMap((record) => findWrongFields(record, attributesOf)),
    ...findLostTargets(records, english.refs),
  ];
  if (problems.length > 0) throw new SeedError(problems);
  return { records, notices: [...english.notices, ...other.notices] };
}

const fileOf = (record: EnglishRecord) => `${record.kind.file}.yaml`;

function findDoubles(records: readonly SeedRecord[]): Problem[] {
  const seen = new Set<string>();
  return records.flatMap((record) => {
    const { slug } = record.fields;
    const names = [
      record.ref,
      ...(typeof slug === 'string' ? [`${record.kind.file}/${slug}`] : []),
    ];
    const doubles = names.filter((name) => seen.has(name));
    names.forEach((name) => seen.add(name));
    return doubles.map((name) => ({
      file: fileOf(record),
      record: record.ref,
      path: [name === record.ref ? 'ref' : 'slug'],
      message: `"${name}" is used by an earlier record.`,
    }));
  });
}

function findWrongFields(record: SeedRecord, attributesOf: AttributesOf): Problem[] {
  const { uid } = record.kind;
  const english = checkFields(uid, record.fields, attributesOf).map((finding) => ({
    ...finding,
    file: fileOf(record),
    record: record.ref,
  }));
  const translated = [...record.translations].flatMap(([locale, fields]) =>
    checkFields(uid, { ...record.fields, ...fields }, attributesOf)
      .filter((finding) => String(finding.path[0]) in fields)
      .map((finding) => ({ ...finding, file: `translations (${locale})`, record: record.ref })),
  );
  return [...english, ...translated];
}

function findLostTargets(records: readonly SeedRecord[], refs: ReadonlySet<string>): Problem[] {
  return records.flatMap((record) =>
    targetsIn(record.fields)
      .filter(({ ref }) => !refs.has(ref))
      .map(({ ref, path }) => ({
        file: fileOf(record),
        record: record.ref,
        path,
        message: `points at ${ref}, which no file has.`,
      })),
  );
}

interface FoundTarget {
  ref: string;
  path: (string | number)[];
}

function targetsIn(value: SeedValue, path: (string | number)[] = []): FoundTarget[] {
  if (value instanceof Target) return [{ ref: value.ref, path }];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    return value.flatMap((one: SeedValue, index) => targetsIn(one, [...path, index]));
  }
  return Object.entries(value).flatMap(([key, one]) => targetsIn(one, [...path, key]));
}
