import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { SLUG_MAX_LENGTH, shorten } from './slugify';
import { RESERVED_SLUGS } from './reserved-slugs';

const rowsSchema = z.array(
  z.object({ slug: z.string().nullish(), formerSlugs: z.array(z.string()).nullish() }),
);

/** Every address, present or former, of other documents of the type, drafts included. */
export async function findAddresses(
  strapi: Core.Strapi,
  uid: string,
  documentId: string | undefined,
  prefix: string,
): Promise<Set<string>> {
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } };
  const find = async (where: Record<string, unknown>, select: string[]) =>
    rowsSchema.parse(
      await strapi.db.query(uid).findMany({ where: { ...others, ...where }, select }),
    );
  const present = await find({ slug: { $startsWith: prefix } }, ['slug']);
  const former = await find({ formerSlugs: { $notNull: true } }, ['formerSlugs']);
  return new Set([
    ...present.flatMap(({ slug }) => slug ?? []),
    ...former.flatMap(({ formerSlugs }) => formerSlugs ?? []),
  ]);
}

/** The slug itself when it is free, else with the first of -2, -3 … that is. */
export function findFreeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const slug = `${shorten(wanted, SLUG_MAX_LENGTH - suffix.length)}${suffix}`;
    if (!taken.has(slug) && !RESERVED_SLUGS.has(slug)) return slug;
  }
}
