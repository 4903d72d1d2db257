import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from './issues';
import type { Rule } from './write';

const rowsSchema = z.array(z.object({ locale: z.string().nullable() }));

/** Discarding a draft that has no published version would delete it: Strapi has nothing to put in its place. */
export function discardOnlyToPublished(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { action, model, documentId, locale } = write;
    if (action !== 'discardDraft') return undefined;
    const published = { documentId, publishedAt: { $notNull: true } };
    const wanted = !model.isLocalised || locale === '*' ? {} : { locale };
    const where = { ...published, ...wanted };
    const rows = await strapi.db.query(model.uid).findMany({ where, select: ['locale'] });
    const found = rowsSchema.parse(rows);
    if (found.length === 0) {
      const message = 'This was never published, so there is no version to go back to.';
      refuse([{ path: [], message }]);
    }
    if (model.isLocalised) write.locale = found.flatMap((row) => row.locale ?? []);
    return undefined;
  };
}
