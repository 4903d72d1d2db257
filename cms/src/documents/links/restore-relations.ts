import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Models } from '../models';
import { asRecord } from '../values';
import { isIdList, type LinkShape, type LinkTree } from './link-tree';
import { whereLinked } from './stored-links';

const targetsSchema = z.array(z.object({ id: z.number(), documentId: z.string() }));
const idSchema = z.object({ id: z.number() });

/** Makes the relations of a row, and of its components, those of the tree. */
export async function restoreRelations(
  strapi: Core.Strapi,
  models: Models,
  uid: string,
  shape: LinkShape,
  row: unknown,
  tree: LinkTree,
): Promise<void> {
  const relations: Record<string, { set: { id: number }[] }> = {};
  for (const [name, target] of shape.relations) {
    const ids = tree[name];
    const wanted = Array.isArray(ids) && isIdList(ids) ? ids : [];
    relations[name] = { set: await findDraftRows(strapi, models, target, wanted) };
  }
  if (shape.relations.length > 0) {
    const { id } = idSchema.parse(row);
    // Past `strapi.db.query`, which would raise `updatedAt`.
    await strapi.db.transaction(async ({ trx: transaction }) => {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- a type of knex, which only Strapi depends on
      await strapi.db.entityManager.updateRelations(uid, id, relations, { transaction });
    });
  }
  for (const component of shape.components) {
    const value = asRecord(row)?.[component.name];
    const subtree = tree[component.name];
    const items = Array.isArray(value) ? value : value ? [value] : [];
    const trees = Array.isArray(subtree) ? subtree : [subtree];
    for (const [index, item] of items.entries()) {
      const itemTree = trees[index];
      if (typeof itemTree !== 'object' || Array.isArray(itemTree)) continue;
      await restoreRelations(strapi, models, component.uid, component.shape, item, itemTree);
    }
  }
}

async function findDraftRows(
  strapi: Core.Strapi,
  models: Models,
  uid: string,
  documentIds: string[],
): Promise<{ id: number }[]> {
  if (documentIds.length === 0) return [];
  const where = { documentId: { $in: documentIds }, ...whereLinked(models(uid), 'draft') };
  const rows = await strapi.db.query(uid).findMany({ where, select: ['id', 'documentId'] });
  const idOf = new Map(targetsSchema.parse(rows).map(({ id, documentId }) => [documentId, id]));
  return documentIds.flatMap((documentId) => {
    const id = idOf.get(documentId);
    return id === undefined ? [] : [{ id }];
  });
}
