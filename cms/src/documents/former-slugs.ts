import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { storeJson } from './stored-json';
import { ENGLISH, touchesEnglish, type Rule } from './write';

const rowSchema = z.object({
  slug: z
    .string()
    .nullish()
    .transform((slug) => slug ?? ''),
  formerSlugs: z
    .array(z.string())
    .nullish()
    .transform((slugs) => slugs ?? []),
});
type Addresses = z.infer<typeof rowSchema>;

/** The public addresses of an entry after it moves from what is live now to what comes. */
function addFormerSlug(live: Addresses | undefined, next: Addresses): string[] {
  const all = [...next.formerSlugs, ...(live ? [...live.formerSlugs, live.slug] : [])];
  return [...new Set(all)].filter((slug) => slug !== '' && slug !== next.slug);
}

/**
 * Keeps the addresses an entry was public at, for the site's redirects. A draft that is not
 * public may hold its own slug here: that is how an address outlives an unpublish.
 */
export function keepFormerSlugs(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { model, action, documentId } = write;
    if (!model.attributes.formerSlugs) return;
    delete write.data.formerSlugs;
    if (action === 'create') write.data.formerSlugs = [];
    if (action === 'clone') write.data.formerSlugs = [];
    if (!documentId || !touchesEnglish(write)) return;
    if (!write.goesLive && action !== 'unpublish') return;
    const locale = model.isLocalised ? { locale: ENGLISH } : {};
    const read = async (publishedAt: unknown) => {
      const where = { documentId, ...locale, ...(model.hasDrafts ? { publishedAt } : {}) };
      const row: unknown = await strapi.db
        .query(model.uid)
        .findOne({ where, select: ['slug', 'formerSlugs'] });
      return row ? rowSchema.parse(row) : undefined;
    };
    const live = await read({ $notNull: true });
    if (action === 'unpublish') {
      const draft = await read(null);
      if (!live || !draft) return;
      const slugs = [...new Set([...draft.formerSlugs, ...live.formerSlugs, live.slug])];
      await storeJson(strapi, model.uid, { documentId, publishedAt: null }, 'formerSlugs', slugs);
      return;
    }
    return async () => {
      const next = await read({ $notNull: true });
      if (!next) return;
      const slugs = addFormerSlug(live, next);
      await storeJson(strapi, model.uid, { documentId }, 'formerSlugs', slugs);
    };
  };
}
