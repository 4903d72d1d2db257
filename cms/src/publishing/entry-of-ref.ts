import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PUBLISHED_TYPES } from '../access/published-types';
import { REF_LETTERS } from '../documents/ref-letters';
import { singularName, titleAttribute } from './published-entry';

/** An entry as the admin can lead to it. */
export interface FoundEntry {
  type: string;
  documentId: string;
  title: string | null;
}

const rowsSchema = z.array(z.looseObject({ documentId: z.string(), locale: z.string().nullish() }));

/** The entry with this public id; null for anything that is none, like the address of a list. */
export async function findByRef(
  strapi: Core.Strapi,
  ref: string | null,
): Promise<FoundEntry | null> {
  const letter = /^SEE-([A-Z])-\d+$/.exec(ref ?? '')?.[1];
  const uid = PUBLISHED_TYPES.find((each) => letter && REF_LETTERS[each] === letter);
  if (!uid) return null;
  const rows: unknown = await strapi.db.query(uid).findMany({ where: { ref } });
  const found = rowsSchema.parse(rows);
  const row = found.find(({ locale }) => locale === 'en') ?? found[0];
  if (!row) return null;
  const title = z.string().nullable().catch(null).parse(row[titleAttribute(uid)]);
  return { type: singularName(uid), documentId: row.documentId, title };
}
