import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { digestOf } from './canonical';
import { rowKey } from './ledger';

const rowSchema = z.looseObject({
  documentId: z.string(),
  ref: z.string().nullable(),
  locale: z.string().nullish(),
});

/** Changes without anybody editing, so it says nothing about an editor's work. */
const NOT_CONTENT = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'locale',
  'links',
]);

export interface StoredRow {
  documentId: string;
  /** Of the content and of whether it is published. */
  digest: string;
  /** The same once it is published as it is. */
  published: string;
}

/** The working copies of a type as they stand now, by `rowKey`. Types without languages count as English. */
export async function readStoredRows(
  strapi: Core.Strapi,
  uid: UID.ContentType,
): Promise<Map<string, StoredRow>> {
  const query = { locale: '*', populate: contentToPopulate(strapi, uid) } as const;
  const drafts = await findRows(strapi, uid, { ...query, status: 'draft' });
  const published = await findRows(strapi, uid, { locale: '*', status: 'published' });
  const live = new Set(published.map((row) => keyOf(row)));
  return new Map(
    drafts.map((row) => {
      const content = { ...stripRowIds(row), links: row.links };
      // Where no member is to be answered, publishing is accepting.
      const accepted = 'reviewState' in row ? { reviewState: 'accepted' } : {};
      const stored = {
        documentId: row.documentId,
        digest: digestOf({ ...content, isLive: live.has(keyOf(row)) }),
        published: digestOf({ ...content, ...accepted, isLive: true }),
      };
      return [keyOf(row), stored];
    }),
  );
}

type Row = z.output<typeof rowSchema>;

async function findRows(strapi: Core.Strapi, uid: UID.ContentType, query: object): Promise<Row[]> {
  return z.array(rowSchema).parse(await strapi.documents(uid).findMany(query));
}

const keyOf = (row: Row): string => rowKey(row.ref ?? row.documentId, row.locale ?? 'en');

function contentToPopulate(strapi: Core.Strapi, uid: UID.ContentType): Record<string, true> {
  const attributes = Object.entries(strapi.contentType(uid).attributes);
  const parts = attributes.filter(([, { type }]) => type === 'component' || type === 'media');
  return Object.fromEntries(parts.map(([name]) => [name, true]));
}

function stripRowIds(value: object): Record<string, unknown> {
  const entries = Object.entries(value).filter(([key]) => !NOT_CONTENT.has(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, stripDeep(one)]));
}

function stripDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripDeep);
  if (value === null || typeof value !== 'object') return value;
  return stripRowIds(value);
}
