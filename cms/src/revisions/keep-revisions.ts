import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { readModels } from '../documents/models';
import { asRecord } from '../documents/values';
import { languagesOf, type Rule, type Write } from '../documents/write';
import { isPublishedType, singularName } from '../publishing/published-entry';
import { readEntries, type ReadEntry } from './entry-data';
import { findLatest, storeRevision } from './stored-revisions';

function changeOf({ action, goesLive, model }: Write): string {
  if (action === 'discardDraft') return 'discard';
  if (action === 'clone') return 'create';
  return goesLive && model.hasDrafts ? 'publish' : action;
}

/** Changes that say something of themselves, whether or not a value changed with them. */
const TOLD_ANYWAY = new Set(['publish', 'unpublish', 'delete']);

/** Every save leaves the entry as it is then, in each language that was saved. */
export function keepRevisions(strapi: Core.Strapi): Rule {
  const models = readModels(strapi);
  async function keep(write: Write, documentId: string, entries: ReadEntry[]): Promise<void> {
    if (!isPublishedType(write.model.uid)) return;
    const entry = { type: singularName(write.model.uid), documentId };
    const change = changeOf(write);
    for (const { locale, ...data } of entries) {
      const latest = write.action === 'create' ? null : await findLatest(strapi, entry, locale);
      const isNews = TOLD_ANYWAY.has(change) && latest?.change !== change;
      if (latest && !isNews && isDeepStrictEqual(latest.data, data)) continue;
      await storeRevision(strapi, entry, { locale, change, data });
    }
  }

  return async (write) => {
    const { action, model, documentId: known } = write;
    if (!isPublishedType(model.uid)) return undefined;
    const languages = languagesOf(write);
    if (action === 'unpublish') {
      const where = { documentId: known, publishedAt: { $notNull: true } };
      if ((await strapi.db.query(model.uid).count({ where })) === 0) return undefined;
    }
    const leaving =
      action === 'delete' && known
        ? await readEntries(strapi, models, model, known, languages)
        : undefined;
    return async (result) => {
      const made = asRecord(result)?.documentId;
      const documentId = action === 'clone' || known === undefined ? made : known;
      if (typeof documentId !== 'string') return;
      const entries = leaving ?? (await readEntries(strapi, models, model, documentId, languages));
      await keep(write, documentId, entries);
    };
  };
}
