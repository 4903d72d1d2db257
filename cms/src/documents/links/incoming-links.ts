import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Models } from '../models';
import { REF_LETTERS } from '../ref-letters';
import { storeJson } from '../stored-json';
import { linkTargets, readLinkShape, withoutTarget } from './link-tree';
import { findLinkedRows } from './stored-links';

const idsSchema = z.array(z.object({ id: z.number() }));

/** Ids of the rows of a type, of every version and language, whose links name the document. */
async function findLinkingIds(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<number[]> {
  const { tableName } = strapi.db.metadata.get(uid);
  const rows = await strapi.db.transaction(async ({ trx }) =>
    strapi.db
      .getConnection(tableName)
      .transacting(trx)
      .select('id')
      .whereRaw('CAST(links AS TEXT) LIKE ?', [`%"${documentId}"%`]),
  );
  return idsSchema.parse(rows).map(({ id }) => id);
}

function linkingTypes(models: Models, targetUid: string): string[] {
  return Object.keys(REF_LETTERS).filter((uid) =>
    linkTargets(readLinkShape(models, models(uid))).includes(targetUid),
  );
}

/** Takes a deleted document out of the links of all others. */
export async function forgetTarget(
  strapi: Core.Strapi,
  models: Models,
  targetUid: string,
  documentId: string,
): Promise<void> {
  for (const uid of linkingTypes(models, targetUid)) {
    const ids = await findLinkingIds(strapi, uid, documentId);
    if (ids.length === 0) continue;
    for (const row of await findLinkedRows(strapi, models(uid), { id: { $in: ids } })) {
      const links = withoutTarget(row.links ?? {}, documentId);
      await storeJson(strapi, uid, { id: row.id }, 'links', links);
    }
  }
}
