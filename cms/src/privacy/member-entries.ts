import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { REVIEWED_TYPES, type ReviewedUid } from '../moderation/reviewed-types';

const rowsSchema = z.array(z.object({ documentId: z.string() }));

export interface MemberEntry {
  uid: ReviewedUid;
  documentId: string;
}

/** Everything that a member wrote and still owns, published or not. */
export async function listMemberEntries(
  strapi: Core.Strapi,
  member: number,
): Promise<MemberEntry[]> {
  const entries: MemberEntry[] = [];
  for (const uid of REVIEWED_TYPES) {
    const where = { owner: { id: member } };
    const rows: unknown = await strapi.db.query(uid).findMany({ select: ['documentId'], where });
    const ids = new Set(rowsSchema.parse(rows).map(({ documentId }) => documentId));
    entries.push(...[...ids].map((documentId) => ({ uid, documentId })));
  }
  return entries;
}
