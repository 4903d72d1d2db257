import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ReviewedUid } from './reviewed-types';
import { INITIAL_STATE, REVIEW_STATES } from './review-states';

const time = z.coerce.date().nullable();
const ownerSchema = z.object({
  id: z.number(),
  email: z.string(),
  language: z.string().nullable(),
  displayName: z.string().nullable(),
  organisationText: z.string().nullable(),
});

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  ref: z.string().nullable(),
  reviewState: z.enum(REVIEW_STATES).nullable(),
  version: z.number().nullable(),
  reviewerMessage: z.string().nullable(),
  submittedAt: time,
  removalRequestedAt: time,
  owner: ownerSchema.nullable(),
});

export type ReviewedRow = z.output<typeof rowSchema>;

/** The working copy of an entry with the member who owns it. */
export async function findWorkingCopy(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<ReviewedRow | null> {
  const where = { documentId, publishedAt: { $null: true } };
  const row: unknown = await strapi.db.query(uid).findOne({ where, populate: ['owner'] });
  return rowSchema.nullable().parse(row);
}

export const stateOf = ({ reviewState }: ReviewedRow) => reviewState ?? INITIAL_STATE;

export const versionOf = ({ version }: ReviewedRow): number => version ?? 1;

export async function isLive(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<boolean> {
  const where = { documentId, publishedAt: { $notNull: true } };
  return (await strapi.db.query(uid).count({ where })) > 0;
}

/**
 * Gives the working copy its next version together with these values, if nobody else did so since
 * the row was read: of two writes at once, the database lets one find the row as it was.
 *
 * Past `strapi.db.query`, which would raise `updatedAt`, so that the admin would call a published
 * entry modified.
 *
 * @param after the number that the new version follows, where that is not the row's own
 * @returns the new version, or undefined when the row had changed
 */
export async function claimVersion(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  values: Record<string, unknown> = {},
  after = versionOf(row),
): Promise<number | undefined> {
  const version = after + 1;
  const asRead = (value: unknown) => (value === null ? { $null: true } : value);
  const where = {
    id: row.id,
    version: asRead(row.version),
    reviewState: asRead(row.reviewState),
  };
  const changed: unknown = await strapi.db
    .queryBuilder(uid)
    .where(where)
    .update({ ...values, version })
    .execute();
  return changed === 1 ? version : undefined;
}
