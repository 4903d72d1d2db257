import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { linkTreeSchema } from '../documents/links/stored-links';
import { findTransition, INITIAL_STATE, REVIEW_STATES } from '../moderation/review-states';
import { ConflictError } from '../requests/conflict-error';
import type { EntryField, EntryForm } from './entry-form';
import type { Member } from './signed-in';

const time = z.coerce.date().transform((at) => at.toISOString());

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  ref: z.string().nullable(),
  slug: z.string().nullish(),
  version: z.number().nullable(),
  reviewState: z.enum(REVIEW_STATES).nullable(),
  reviewerMessage: z.string().nullable(),
  createdAt: time,
  updatedAt: time,
  submittedAt: time.nullable(),
  removalRequestedAt: time.nullable(),
  links: linkTreeSchema.nullish().transform((links) => links ?? {}),
});

/** The working copy of an entry with its components and files. */
export type OwnRow = z.output<typeof rowSchema>;

type Populate = Record<string, { populate: Populate } | true>;

function populateOf(fields: EntryField[]): Populate {
  const populated = fields.flatMap(
    ({ name, attribute, fields: inner }): [string, Populate[string]][] => {
      if (attribute.type === 'media') return [[name, true]];
      return attribute.component ? [[name, { populate: populateOf(inner) }]] : [];
    },
  );
  return Object.fromEntries(populated);
}

const whereOwn = ({ id }: Member) => ({ owner: { id }, publishedAt: { $null: true } });

/** @throws NotFoundError for what is not there and for another member's alike */
export async function findOwn(
  strapi: Core.Strapi,
  { uid, fields }: EntryForm,
  member: Member,
  documentId: string,
): Promise<OwnRow> {
  const row: unknown = await strapi.db
    .query(uid)
    .findOne({ where: { ...whereOwn(member), documentId }, populate: populateOf(fields) });
  if (!row) throw new errors.NotFoundError('There is no such entry.');
  return rowSchema.parse(row);
}

/** @throws ConflictError (409) when its owner may not edit it in its present state */
export function refuseClosed(row: OwnRow): void {
  if (findTransition('member', 'edit', row.reviewState ?? INITIAL_STATE)) return;
  const message = 'This entry cannot be changed in its present state.';
  throw new ConflictError({ path: ['reviewState'], message }, row.version ?? 1);
}

/** One page of a member's entries, newest first. */
export async function listOwn(
  strapi: Core.Strapi,
  { uid, fields }: EntryForm,
  member: Member,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: OwnRow[]; total: number }> {
  const where = whereOwn(member);
  const rows: unknown = await strapi.db.query(uid).findMany({
    where,
    populate: populateOf(fields),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const total = await strapi.db.query(uid).count({ where });
  return { rows: z.array(rowSchema).parse(rows), total };
}

/** Whether the member has this entry. */
export async function isOwn(
  strapi: Core.Strapi,
  { uid }: EntryForm,
  member: Member,
  documentId: string,
): Promise<boolean> {
  return (await strapi.db.query(uid).count({ where: { ...whereOwn(member), documentId } })) > 0;
}
