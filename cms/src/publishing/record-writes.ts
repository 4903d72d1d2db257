import type { Core } from '@strapi/strapi';
import { asRecord } from '../documents/values';
import { languagesOf, type Rule, type Write } from '../documents/write';
import { actingPerson } from './acting-person';
import { recordChange, type ChangeKind } from './outbox';
import { findPublished, isPublishedType, singularName } from './published-entry';

function kindOf({ action, goesLive, model }: Write): ChangeKind | undefined {
  if (action === 'delete' || action === 'unpublish') return action;
  return goesLive || (action === 'clone' && !model.hasDrafts) ? 'publish' : undefined;
}

/** Every write that changes what is published leaves one row in the outbox. */
export function recordWrites(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { model } = write;
    const change = kindOf(write);
    if (!change || !isPublishedType(model.uid)) return undefined;
    const type = singularName(model.uid);
    const languages = languagesOf(write);
    // What leaves must be looked at while it is still there.
    const leaving =
      change !== 'publish' && write.documentId
        ? await findPublished(strapi, model, write.documentId, languages)
        : undefined;
    if (change !== 'publish' && !leaving) return undefined;
    return async (result) => {
      const known = write.action === 'clone' ? undefined : write.documentId;
      const documentId = known ?? asRecord(result)?.documentId;
      if (typeof documentId !== 'string') return;
      const name = leaving ?? (await findPublished(strapi, model, documentId, languages));
      if (!name) return;
      const [only, ...others] = languages ?? [];
      const locale = only !== undefined && others.length === 0 ? only : null;
      const by = actingPerson(strapi);
      await recordChange(strapi, { type, documentId, locale, change, ...name, by });
    };
  };
}
