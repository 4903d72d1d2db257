import { checkFields, type AttributesOf } from './check-fields';
import { SeedError, type Problem } from './problem';
import { readGivenLists, readSeedLists } from './read-lists';
import { nothingElse, readRecords, type Elsewhere, type EnglishRecords } from './read-records';
import { readTranslations } from './read-translations';
import type { Seed, SeedRecord } from './seed-record';
import { Target, type SeedValue } from './target';

/**
 * Reads the whole seed folder.
 * @throws {SeedError} naming every problem by file, record and path; then nothing may be written.
 */
export function readSeed(folder: string, attributesOf: AttributesOf): Seed {
  const english = readRecords(readSeedLists(folder), nothingElse);
  const other = readTranslations(folder, english);
  return check(english, other, { attributesOf, elsewhere: nothingElse });
}

/**
 * Reads other people's records: a file in the form of the seed's, or a folder of such files. They may
 * point at what is `elsewhere`, and leave out types and languages.
 * @throws {SeedError} as `readSeed` does.
 */
export function readGiven(given: string, attributesOf: AttributesOf, elsewhere: Elsewhere): Seed {
  const english = readRecords(readGivenLists(given), elsewhere);
  const other = readTranslations(given, english);
  return check(english, { ...other, notices: [] }, { attributesOf, elsewhere });
}

function check(
  english: EnglishRecords,
  other: ReturnType<typeof readTranslations>,
  { attributesOf, elsewhere }: { attributesOf: AttributesOf; elsewhere: Elsewhere },
): Seed {
  const records = english.records.map((record): SeedRecord => ({
    ...record,
    translations: other.translations.get(record.ref) ?? new Map(),
  }));
  const problems = [
    ...english.problems,
    ...other.problems,
    ...findStrangeRefs(records),
    ...findDoubles(records),
    ...records.flatMap((record) => findWrongFields(record, attributesOf)),
    ...findLostTargets(records, (ref) => english.refs.has(ref) || elsewhere.refs.has(ref)),
  ];
  if (problems.length > 0) throw new SeedError(problems);
  return { records, notices: [...english.notices, ...other.notices] };
}

function findStrangeRefs(records: readonly SeedRecord[]): Problem[] {
  return records
    .filter(({ ref, kind }) => !ref.startsWith(`SEE-${kind.letter}-`))
    .map(({ ref, kind, file }) => ({
      file,
      record: ref,
      path: ['ref'],
      message: `the refs of ${kind.file} begin with SEE-${kind.letter}-.`,
    }));
}

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
      file: record.file,
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
    file: record.file,
    record: record.ref,
  }));
  const translated = [...record.translations].flatMap(([locale, fields]) =>
    checkFields(uid, { ...record.fields, ...fields }, attributesOf)
      .filter((finding) => String(finding.path[0]) in fields)
      .map((finding) => ({ ...finding, file: `translations (${locale})`, record: record.ref })),
  );
  return [...english, ...translated];
}

function findLostTargets(
  records: readonly SeedRecord[],
  isThere: (ref: string) => boolean,
): Problem[] {
  return records.flatMap((record) =>
    targetsIn(record.fields)
      .filter(({ ref }) => !isThere(ref))
      .map(({ ref, path }) => ({
        file: record.file,
        record: record.ref,
        path,
        message: `points at ${ref}, which is nowhere.`,
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
