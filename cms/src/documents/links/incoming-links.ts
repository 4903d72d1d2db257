import type { Core } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import type { Models } from '../models';
import { REF_LETTERS } from '../ref-letters';
import { storeJson } from '../stored-json';
import { linkTargets, readLinkShape, withoutTarget } from './link-tree';
import { findLinkedRows } from './stored-links';

function linkingTypes(models: Models, targetUid: string): string[] {
  return Object.keys(REF_LETTERS).filter((uid) =>
    linkTargets(readLinkShape(models, models(uid))).includes(targetUid),
  );
}

/** Takes a deleted document out of the links of all others: of every version and language. */
export async function forgetTarget(
  strapi: Core.Strapi,
  models: Models,
  targetUid: string,
  documentId: string,
): Promise<void> {
  for (const uid of linkingTypes(models, targetUid)) {
    const rows = await findLinkedRows(strapi, models(uid), { links: { $notNull: true } });
    for (const { id, links = {} } of rows) {
      const left = withoutTarget(links, documentId);
      if (!isDeepStrictEqual(left, links)) await storeJson(strapi, uid, { id }, 'links', left);
    }
  }
}
