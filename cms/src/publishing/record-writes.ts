import type { Core } from '@strapi/strapi';
import { asRecord } from '../documents/values';
import type { Rule, Write } from '../documents/write';
import { actingPerson } from './acting-person';
import { recordChange, type ChangeKind } from './outbox';
import { findPublished, isPublishedType, singularName } from './published-entry';

/** The languages a write is about; null for the document as a whole. */
function languagesOf({ locale, model }: Write): string[] | null {
  if (!model.isLocalised || locale === '*') return null;
  return Array.isArray(locale) ? locale : [locale];
}

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
