import type { Core } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Model } from '../models';
import { storeJson } from '../stored-json';
import { ENGLISH } from '../write';
import { buildLinkTree, type LinkShape, type LinkTree } from './link-tree';

export const linkTreeSchema: z.ZodType<LinkTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(z.string()), z.array(linkTreeSchema), linkTreeSchema])),
);

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  links: linkTreeSchema.nullish().transform((links) => links ?? undefined),
});
export type LinkedRow = z.infer<typeof rowSchema>;

export type Version = 'draft' | 'published';

/** Conditions for the rows that hold relations: the English ones, or the only ones. */
export function whereLinked(model: Model, version: Version): Record<string, unknown> {
  return {
    ...(model.isLocalised ? { locale: ENGLISH } : {}),
    ...(model.hasDrafts
      ? { publishedAt: { [version === 'draft' ? '$null' : '$notNull']: true } }
      : {}),
  };
}

type Populate = Record<string, { select: string[] } | { select: string[]; populate: Populate }>;

function populateLinks({ relations, components }: LinkShape): Populate {
  const populate: Populate = {};
  for (const [name] of relations) populate[name] = { select: ['documentId'] };
  for (const { name, shape } of components) {
    populate[name] = { select: ['id'], populate: populateLinks(shape) };
  }
  return populate;
}

/** Rows with their stored links; with a shape, their relations as well. */
export async function findLinkedRows(
  strapi: Core.Strapi,
  model: Model,
  where: Record<string, unknown>,
  shape?: LinkShape,
): Promise<LinkedRow[]> {
  const rows = await strapi.db.query(model.uid).findMany({
    where,
    select: ['id', 'documentId', 'links'],
    ...(shape ? { populate: populateLinks(shape) } : {}),
  });
  return z.array(rowSchema).parse(rows);
}

/** Writes the relations that the draft has now into its links, and returns them. */
export async function recordLinks(
  strapi: Core.Strapi,
  model: Model,
  shape: LinkShape,
  documentId: string,
): Promise<LinkTree | undefined> {
  const where = { documentId, ...whereLinked(model, 'draft') };
  const [row] = await findLinkedRows(strapi, model, where, shape);
  if (!row) return undefined;
  const tree = buildLinkTree(shape, row);
  if (!isDeepStrictEqual(tree, row.links)) {
    await storeJson(strapi, model.uid, { documentId, ...version(model, 'draft') }, 'links', tree);
  }
  return tree;
}

/** Writes links into the rows of all languages of one version. */
export async function storeLinks(
  strapi: Core.Strapi,
  model: Model,
  documentId: string,
  which: Version,
  tree: LinkTree,
): Promise<void> {
  await storeJson(strapi, model.uid, { documentId, ...version(model, which) }, 'links', tree);
}

function version(model: Model, which: Version): Record<string, unknown> {
  return whereLinked({ ...model, isLocalised: false }, which);
}
