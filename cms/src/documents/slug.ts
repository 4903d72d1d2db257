import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from './issues';
import { advanceCounter } from './ref-counter';
import { REF_LETTERS } from './ref-letters';
import { RESERVED_SLUGS } from './reserved-slugs';
import { findAddresses, findFreeSlug } from './slug-addresses';
import { SLUG_MAX_LENGTH, SLUG_PATTERN, slugify } from './slugify';
import { ENGLISH, type Rule, type Write } from './write';

const rowSchema = z.object({ slug: z.string().nullable(), ref: z.string().nullable() }).nullable();

/** What is wrong with the form of a slug, or undefined. */
function findSlugProblem(slug: unknown): string | undefined {
  if (typeof slug !== 'string' || slug.length > SLUG_MAX_LENGTH || !SLUG_PATTERN.test(slug)) {
    return `The address may hold small Latin letters, digits and single hyphens, up to ${SLUG_MAX_LENGTH} characters.`;
  }
  return RESERVED_SLUGS.has(slug)
    ? `"${slug}" is an address the site itself uses; choose another.`
    : undefined;
}

/** Every entry with a page has one address per type: made from its English title, or an editor's choice. */
export function giveSlug(strapi: Core.Strapi): Rule {
  async function make({ model, documentId, data }: Write, standIn: string): Promise<string> {
    const title = data.title ?? data.name ?? data.concept;
    const wanted = (typeof title === 'string' && slugify(title)) || standIn;
    return findFreeSlug(
      wanted,
      await findAddresses(strapi, model.uid, documentId, wanted.slice(0, 70)),
    );
  }

  async function check({ model, documentId, data }: Write): Promise<void> {
    const slug = data.slug;
    const message = findSlugProblem(slug);
    if (message) refuse([{ path: ['slug'], message }]);
    // Takes the lock of the type: two editors must not both find the same address free.
    await advanceCounter(strapi, REF_LETTERS[model.uid] ?? '', 0);
    const taken = await findAddresses(strapi, model.uid, documentId, String(slug));
    if (taken.has(String(slug))) {
      const problem = `Another entry has or had the address "${String(slug)}"; choose another.`;
      refuse([{ path: ['slug'], message: problem }]);
    }
  }

  async function readCurrent({ model, documentId }: Write) {
    const where = {
      documentId,
      ...(model.hasDrafts ? { publishedAt: null } : {}),
      ...(model.isLocalised ? { locale: ENGLISH } : {}),
    };
    return rowSchema.parse(
      await strapi.db.query(model.uid).findOne({ where, select: ['slug', 'ref'] }),
    );
  }

  async function update(write: Write): Promise<void> {
    const { data, model } = write;
    if (!('slug' in data) && !('title' in data || 'name' in data || 'concept' in data)) return;
    const current = await readCurrent(write);
    const standIn = (current?.ref ?? 'entry').toLowerCase();
    if (data.slug === undefined || data.slug === null || data.slug === '') delete data.slug;
    if (data.slug !== undefined && data.slug !== current?.slug) return check(write);
    // A draft that was saved before it had a title gets its address with the title.
    const isStandIn = !current?.slug || current.slug === standIn;
    const isPublic = await strapi.db
      .query(model.uid)
      .count({ where: { documentId: write.documentId, publishedAt: { $notNull: true } } });
    if (current && isStandIn && (!model.hasDrafts || isPublic === 0)) {
      data.slug = await make(write, standIn);
    }
  }

  return async (write) => {
    const { action, model, data } = write;
    if (!model.attributes.slug) return undefined;
    if (action !== 'clone' && write.locale !== ENGLISH) return undefined;
    if (action === 'update') await update(write);
    const standIn = typeof data.ref === 'string' ? data.ref.toLowerCase() : 'entry';
    if (action === 'create') {
      if (data.slug === undefined || data.slug === null || data.slug === '') {
        data.slug = await make(write, standIn);
      } else await check(write);
    }
    if (action === 'clone') {
      const source = await readCurrent(write);
      const wanted = source?.slug ?? standIn;
      const taken = await findAddresses(strapi, model.uid, undefined, wanted.slice(0, 70));
      data.slug = findFreeSlug(wanted, taken);
    }
    return undefined;
  };
}
