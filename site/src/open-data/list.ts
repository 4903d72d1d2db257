/** A list of open data: what its records hold, and how they are read from the content. */
import { z } from 'zod';
import type { Collection, Entry } from '../collections/collection.ts';
import { defaultLanguage, languages } from '../languages.ts';
import { absoluteUrl } from '../urls.ts';
import { refPattern, words } from './fields.ts';
import { createReader, type Reader } from './reader.ts';
import type { Source } from './source.ts';

export type OpenRecord = Readonly<Record<string, unknown>>;

export type OpenList = {
  /** Name of its files: `/data/<name>.json`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Its texts exist in the languages of the site, not in English alone. */
  readonly isTranslated: boolean;
  /** What a record holds. Whatever it does not name is never given out. */
  readonly schema: (source: Source) => z.ZodObject;
  readonly records: (source: Source) => OpenRecord[];
};

type Definition<E extends Entry> = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly collection: Collection<E>;
  readonly fields: (reader: Reader) => z.ZodRawShape;
  /** Fields that are kept in each language: English among the fields, others in `translations`. */
  readonly texts?: (reader: Reader) => z.ZodRawShape;
  /** Path of the page that shows the entry, or null when none does. */
  readonly page?: (entry: E) => string | null;
  /** What is worked out rather than stored. */
  readonly derive?: (entry: E, source: Source) => Readonly<Record<string, unknown>>;
};

const localised = z.object({
  text: z.record(z.string(), z.looseObject({})),
});

export function defineList<E extends Entry>(definition: Definition<E>): OpenList {
  const { name, title, description, collection, texts } = definition;
  const schema = (source: Source) => schemaOf(definition, createReader(source));
  return {
    name,
    title,
    description,
    isTranslated: texts !== undefined,
    schema,
    records(source) {
      const record = schema(source);
      return source.snapshot.all(collection).map((entry) => {
        const parsed = record.safeParse(flatten(definition, entry, source));
        if (parsed.success) return parsed.data;
        throw new Error(
          `The open data of ${entry.ref} does not fit the description of ${name}.json: ${z.prettifyError(parsed.error)}`,
        );
      });
    },
  };
}

function schemaOf<E extends Entry>(definition: Definition<E>, reader: Reader): z.ZodObject {
  const { fields, texts, page } = definition;
  return z.object({
    ref: z
      .string()
      .regex(refPattern)
      .describe('Permanent public id of the record; never changed, never given again.'),
    ...(page && {
      url: z.url().nullable().describe('Page that shows the record; null when none does.'),
    }),
    ...texts?.(reader),
    ...fields(reader),
    ...(texts && { translations: translationsOf(texts(reader)) }),
  });
}

function translationsOf(shape: z.ZodRawShape) {
  const tags = languages.map(({ tag }) => tag).filter((tag) => tag !== defaultLanguage);
  return z
    .partialRecord(
      z.enum(tags),
      z.object({
        translation: z
          .enum(['machine', 'reviewed'])
          .nullable()
          .describe('Made by a machine, or reviewed by a person; null when nobody noted it.'),
        ...shape,
      }),
    )
    .describe(
      'The texts in other languages, by BCP 47 tag. What is null or empty there is in English only.',
    );
}

/** One flat object as the schema expects it; what the schema does not name is dropped by it. */
function flatten<E extends Entry>(
  { page, texts, derive }: Definition<E>,
  entry: E,
  source: Source,
): unknown {
  const { en = {}, ...translations } = texts ? localised.parse(entry).text : {};
  const path = page?.(entry) ?? null;
  return {
    ...entry,
    ...entry.links,
    ...en,
    ...(texts && { translations }),
    ...(page && { url: path === null ? null : absoluteUrl(source.site, path) }),
    ...derive?.(entry, source),
  };
}

/** Fields of every record with a slug. */
export const slug = words('Last part of the address of its page; may change, unlike the ref.');
