import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PUBLISHED_TYPES } from '../access/published-types';
import type { Model } from '../documents/models';
import { TYPES } from '../editing/editing-models';

export type PublishedUid = (typeof PUBLISHED_TYPES)[number];

export function isPublishedType(uid: string): uid is PublishedUid {
  return PUBLISHED_TYPES.some((published) => published === uid);
}

/** How an editor would name an entry. */
export interface EntryName {
  ref: string | null;
  title: string | null;
}

const rowSchema = z.record(z.string(), z.unknown());
const textSchema = z.string().nullable().catch(null);

/** The attribute by which lists in the admin name an entry. */
export function titleAttribute(uid: string): string {
  return TYPES.find((type) => type.uid === uid)?.mainField ?? 'ref';
}

export function singularName(uid: PublishedUid): string {
  return uid.slice(uid.indexOf('.') + 1);
}

/**
 * The name of an entry that has published rows, in English where there is English.
 *
 * @param locales only rows in these languages count; null for all
 * @returns undefined when nothing is published
 */
export async function findPublished(
  strapi: Core.Strapi,
  model: Model,
  documentId: string,
  locales: string[] | null,
): Promise<EntryName | undefined> {
  const title = titleAttribute(model.uid);
  const isWithin = model.isLocalised && locales !== null;
  const rows: unknown = await strapi.db.query(model.uid).findMany({
    select: [...new Set(['id', 'locale', 'ref', title])],
    where: {
      documentId,
      publishedAt: { $notNull: true },
      ...(isWithin ? { locale: { $in: locales } } : {}),
    },
  });
  const found = z.array(rowSchema).parse(rows);
  const row = found.find(({ locale }) => locale === 'en') ?? found[0];
  return row && { ref: textSchema.parse(row.ref), title: textSchema.parse(row[title]) };
}
