import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { LinkTree } from '../documents/links/link-tree';
import { linkTreeSchema } from '../documents/links/stored-links';
import type { Model, Models } from '../documents/models';
import { asRecord } from '../documents/values';

/** What says nothing about the content: when, by whom, and what the system counts. */
const LEFT_OUT = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'links',
  'formerSlugs',
  'version',
  'reviewerMessage',
  'submittedAt',
  'removalRequestedAt',
]);

const idSchema = z.object({ id: z.number() });
const rowSchema = z.looseObject({
  links: linkTreeSchema.nullish().transform((links) => links ?? {}),
  locale: z
    .string()
    .nullish()
    .transform((locale) => locale ?? null),
});

/** An entry in one language: its values, components and ids of files, and its relations apart. */
export interface EntryData {
  values: Record<string, unknown>;
  links: LinkTree;
}

export interface ReadEntry extends EntryData {
  locale: string | null;
}

const linksSchema = linkTreeSchema.nullish().transform((links) => links ?? {});

export const entryDataSchema: z.ZodType<EntryData> = z.object({
  values: z.record(z.string(), z.unknown()),
  links: linksSchema,
});

/** The attributes of a model that a revision holds as values. */
export function heldAttributes(model: Model) {
  return Object.entries(model.attributes).filter(
    ([name, { type }]) => type !== 'relation' && !LEFT_OUT.has(name),
  );
}

type Populate = Record<string, { select: string[] } | { populate: Populate }>;

function populateHeld(models: Models, model: Model): Populate {
  const populate: Populate = {};
  for (const [name, attribute] of heldAttributes(model)) {
    if (attribute.type === 'media') populate[name] = { select: ['id'] };
    if (attribute.component) {
      populate[name] = { populate: populateHeld(models, models(attribute.component)) };
    }
  }
  return populate;
}

function fileIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fileIds);
  return idSchema.safeParse(value).data?.id ?? null;
}

function readValues(models: Models, model: Model, row: unknown): Record<string, unknown> {
  const source = asRecord(row) ?? {};
  const values: Record<string, unknown> = {};
  for (const [name, attribute] of heldAttributes(model)) {
    const value = source[name] ?? null;
    if (attribute.type === 'media') values[name] = fileIds(value);
    else if (attribute.component && value !== null) {
      const component = models(attribute.component);
      const read = (item: unknown) => readValues(models, component, item);
      values[name] = Array.isArray(value) ? value.map(read) : read(value);
    } else values[name] = value;
  }
  return values;
}

/** The rows that editors write of a document, in these languages or in all. */
export async function readEntries(
  strapi: Core.Strapi,
  models: Models,
  model: Model,
  documentId: string,
  languages: string[] | null,
): Promise<ReadEntry[]> {
  const rows: unknown = await strapi.db.query(model.uid).findMany({
    where: {
      documentId,
      ...(model.hasDrafts ? { publishedAt: { $null: true } } : {}),
      ...(model.isLocalised && languages ? { locale: { $in: languages } } : {}),
    },
    populate: populateHeld(models, model),
  });
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      locale: row.locale,
      // As it comes back from the store: dates as text, nothing undefined.
      values: z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(JSON.stringify(readValues(models, model, row)))),
      links: row.links,
    }));
}
