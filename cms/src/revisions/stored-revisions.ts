import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { actingPerson } from '../publishing/acting-person';
import { entryDataSchema, type EntryData } from './entry-data';

export const REVISION = 'api::revision.revision';
const MAX_LISTED = 200;

const HEAD = ['id', 'at', 'by', 'change', 'locale'];

const headSchema = z.object({
  id: z.number(),
  at: z.coerce.date().transform((at) => at.toISOString()),
  by: z.string(),
  change: z.string(),
  locale: z.string().nullable(),
});
const revisionSchema = headSchema.extend({ data: entryDataSchema });

export type RevisionHead = z.output<typeof headSchema>;
export type Revision = z.output<typeof revisionSchema>;

export interface EntryAddress {
  /** Singular name of the content type. */
  type: string;
  documentId: string;
}

export interface Snapshot {
  locale: string | null;
  change: string;
  data: EntryData;
}

export async function storeRevision(
  strapi: Core.Strapi,
  { type, documentId }: EntryAddress,
  { locale, change, data }: Snapshot,
): Promise<void> {
  const by = actingPerson(strapi);
  const row = { type, documentId, locale, change, data, by, at: new Date() };
  await strapi.db.query(REVISION).create({ data: row });
}

/** The latest revision of an entry in one language. */
export async function findLatest(
  strapi: Core.Strapi,
  entry: EntryAddress,
  locale: string | null,
): Promise<Revision | null> {
  const where = { ...entry, locale: locale ?? { $null: true } };
  const row: unknown = await strapi.db.query(REVISION).findOne({ where, orderBy: { id: 'desc' } });
  return revisionSchema.nullable().parse(row);
}

/** One revision of an entry; null when the entry has none of that number. */
export async function findRevision(
  strapi: Core.Strapi,
  { type, documentId }: EntryAddress,
  id: number,
): Promise<Revision | null> {
  const where = { id, type, documentId };
  return revisionSchema.nullable().parse(await strapi.db.query(REVISION).findOne({ where }));
}

/** The revisions of an entry, latest first, in one language when one is named. */
export async function listRevisions(
  strapi: Core.Strapi,
  { type, documentId }: EntryAddress,
  locale: string | undefined,
): Promise<RevisionHead[]> {
  const rows: unknown = await strapi.db.query(REVISION).findMany({
    select: HEAD,
    where: { type, documentId, ...(locale === undefined ? {} : { locale }) },
    orderBy: { id: 'desc' },
    limit: MAX_LISTED,
  });
  return z.array(headSchema).parse(rows);
}
