import { join } from 'node:path';
import { z } from 'zod';
import { toProblems, type Kind } from './kind';
import { KINDS } from './kinds-in-order';
import type { Problem } from './problem';
import type { EnglishRecords } from './read-records';
import { TRANSLATION_FILES, type OtherLocale } from './seed-record';
import type { Fields } from './target';
import { readDataFile } from './data-file';

type Translations = Map<string, Map<OtherLocale, Fields>>;

interface ReadTranslations {
  /** By ref of the record. */
  translations: Translations;
  problems: Problem[];
  notices: string[];
}

const translated = KINDS.filter((kind) => kind.translation !== null);
const sectionNames = new Set(translated.map((kind) => kind.file));
const wholeFile = z
  .object({ translation: z.enum(['machine', 'reviewed']) })
  .catchall(z.record(z.string(), z.unknown()))
  .transform(({ translation, ...sections }, context) => {
    for (const name of Object.keys(sections).filter((one) => !sectionNames.has(one))) {
      const message = `is none of ${[...sectionNames].join(', ')}.`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
    return { translation, sections: new Map(Object.entries(sections)) };
  });

export function readTranslations(folder: string, english: EnglishRecords): ReadTranslations {
  const result: ReadTranslations = { translations: new Map(), problems: [], notices: [] };
  for (const [name, locale] of Object.entries(TRANSLATION_FILES)) {
    const file = `translations/${name}.yaml`;
    const read = readDataFile(join(folder, file), file);
    if (read === null) {
      result.notices.push(`${file} is missing, so nothing is translated into ${locale}.`);
    } else if (read.ok) {
      readLanguage({ file, locale, english, result }, read.content);
    } else {
      result.problems.push(...read.problems);
    }
  }
  return result;
}

interface Language {
  file: string;
  locale: OtherLocale;
  english: EnglishRecords;
  result: ReadTranslations;
}

function readLanguage(language: Language, content: unknown): void {
  const { file, english, result } = language;
  const parsed = wholeFile.safeParse(content);
  if (!parsed.success) {
    result.problems.push(...toProblems(file, 'whole file', parsed.error));
    return;
  }
  for (const kind of translated) {
    const entries = parsed.data.sections.get(kind.file) ?? {};
    for (const [ref, raw] of Object.entries(entries)) {
      readEntry(language, kind, ref, raw, parsed.data.translation);
    }
    const refs = english.records.filter((one) => one.kind === kind).map((one) => one.ref);
    const missing = refs.filter((ref) => !(ref in entries)).length;
    if (missing > 0) {
      result.notices.push(`${file}: ${missing} of ${refs.length} ${kind.file} are not translated.`);
    }
  }
}

function readEntry(
  { file, locale, english, result }: Language,
  kind: Kind,
  ref: string,
  raw: unknown,
  translation: string,
): void {
  if (!english.refs.has(ref) || !ref.startsWith(`SEE-${kind.letter}-`)) {
    const message = `translates a record that ${kind.file}.yaml does not have.`;
    result.problems.push({ file, record: ref, path: [], message });
    return;
  }
  const fields = kind.translation?.safeParse(raw);
  if (fields?.success) {
    const ofRecord = result.translations.get(ref) ?? new Map<OtherLocale, Fields>();
    result.translations.set(ref, ofRecord.set(locale, { ...fields.data, translation }));
  } else if (fields) {
    result.problems.push(...toProblems(file, ref, fields.error));
  }
}
