import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readModels, type Model, type Models } from '../documents/models';
import type { MemberEntry } from './member-entries';

type Populate = Record<string, { select: string[] } | { populate: Populate }>;

function populateFiles(models: Models, model: Model): Populate {
  const populate: Populate = {};
  for (const [name, { type, component }] of Object.entries(model.attributes)) {
    if (type === 'media') populate[name] = { select: ['id'] };
    const inner = component ? populateFiles(models, models(component)) : {};
    if (Object.keys(inner).length > 0) populate[name] = { populate: inner };
  }
  return populate;
}

const rowSchema = z.record(z.string(), z.unknown());
const fileSchema = z.object({ id: z.number() });

function idsIn(models: Models, model: Model, value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(models, model, item));
  const row = rowSchema.safeParse(value).data ?? {};
  return Object.entries(model.attributes).flatMap(([name, { type, component }]) => {
    if (component) return idsIn(models, models(component), row[name]);
    const files = Array.isArray(row[name]) ? row[name] : [row[name]];
    return type === 'media'
      ? files.flatMap((file) => fileSchema.safeParse(file).data?.id ?? [])
      : [];
  });
}

/** Ids of the files that the working copy and the live version of an entry show. */
export async function listEntryFiles(
  strapi: Core.Strapi,
  { uid, documentId }: MemberEntry,
): Promise<number[]> {
  const models = readModels(strapi);
  const populate = populateFiles(models, models(uid));
  const rows: unknown = await strapi.db.query(uid).findMany({ where: { documentId }, populate });
  return [...new Set(idsIn(models, models(uid), rows))];
}
