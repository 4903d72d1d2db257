import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PUBLISHED_TYPES } from '../access/published-types';
import { readModels, type Model, type Models } from '../documents/models';
import { actingPerson } from './acting-person';
import { recordChange, type Change } from './outbox';
import { findPublished, singularName } from './published-entry';

const FILE = 'plugin::upload.file';

const idSchema = z.object({ id: z.number() });
const usersSchema = z.array(z.object({ documentId: z.string() }));

/** Conditions, one for each place of a model that holds files, down into its components. */
function whereUsed(models: Models, model: Model, file: number): Record<string, unknown>[] {
  return Object.entries(model.attributes).flatMap(([name, attribute]) => {
    if (attribute.type === 'media') return [{ [name]: { id: file } }];
    if (!attribute.component) return [];
    const inner = whereUsed(models, models(attribute.component), file);
    return inner.map((where) => ({ [name]: where }));
  });
}

async function findUsers(strapi: Core.Strapi, models: Models, file: number): Promise<Change[]> {
  const by = actingPerson(strapi);
  const changes: Change[] = [];
  for (const uid of PUBLISHED_TYPES) {
    const model = models(uid);
    const places = whereUsed(models, model, file);
    if (places.length === 0) continue;
    const where = { publishedAt: { $notNull: true }, $or: places };
    const rows: unknown = await strapi.db.query(uid).findMany({ select: ['documentId'], where });
    for (const documentId of new Set(usersSchema.parse(rows).map((row) => row.documentId))) {
      const name = await findPublished(strapi, model, documentId, null);
      if (!name) continue;
      const type = singularName(uid);
      changes.push({ type, documentId, locale: null, change: 'media', ...name, by });
    }
  }
  return changes;
}

/**
 * A file that is replaced, renamed or deleted in the media library leaves one row in the outbox
 * per published document that shows it. The library writes past the document service, so its table
 * is watched: every way of changing a file ends in these two calls.
 */
export function recordFiles(strapi: Core.Strapi): void {
  const models = readModels(strapi);
  const files = strapi.db.query(FILE);
  const record = async (changes: Change[]) => {
    for (const change of changes) await recordChange(strapi, change);
  };
  const update = files.update.bind(files);
  files.update = (params) =>
    strapi.db.transaction(async () => {
      const row: unknown = await update(params);
      const { data } = idSchema.safeParse(row);
      if (data) await record(await findUsers(strapi, models, data.id));
      return row;
    });
  const remove = files.delete.bind(files);
  files.delete = (params) =>
    strapi.db.transaction(async () => {
      const { data } = idSchema.safeParse(await files.findOne(params));
      const users = data ? await findUsers(strapi, models, data.id) : [];
      const row: unknown = await remove(params);
      await record(users);
      return row;
    });
}
