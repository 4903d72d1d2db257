import type { Core } from '@strapi/strapi';
import { refuse } from './issues';
import { ENGLISH, touchesEnglish, type Rule } from './write';

/**
 * A document lives as long as its English row, and is public as long as that is: other languages
 * are published after it, and leave with it.
 */
export function keepEnglishFirst(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { action, model, documentId } = write;
    if (!model.isLocalised) return undefined;
    const leaves = action === 'unpublish' || action === 'delete';
    if (leaves && touchesEnglish(write)) write.locale = '*';
    const isPublish =
      action === 'publish' || (action === 'update' && write.goesLive && model.hasDrafts);
    if (!isPublish || touchesEnglish(write)) return undefined;
    const where = { documentId, locale: ENGLISH, publishedAt: { $notNull: true } };
    if ((await strapi.db.query(model.uid).count({ where })) > 0) return undefined;
    refuse([
      { path: ['locale'], message: 'Publish the English text first; translations follow it.' },
    ]);
    return undefined;
  };
}
