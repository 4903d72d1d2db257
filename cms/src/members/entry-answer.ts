import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { listReviewEvents } from '../moderation/review-history';
import { INITIAL_STATE, listActions } from '../moderation/review-states';
import { pageAddress } from '../publishing/page-address';
import { singularName } from '../publishing/published-entry';
import type { EntryForm } from './entry-form';
import { nameLinks } from './entry-refs';
import { answerValues } from './entry-values';
import { findMissing } from './find-missing';
import type { OwnRow } from './own-entries';

const publishedSchema = z.array(
  z.object({
    documentId: z.string(),
    slug: z.string().nullish(),
    publishedAt: z.coerce.date().transform((at) => at.toISOString()),
  }),
);

/** What readers see of these entries: since when, and at which page, null for what has none. */
async function findLive(strapi: Core.Strapi, { uid }: EntryForm, rows: OwnRow[]) {
  const { siteUrl }: Settings = strapi.config.get('settings');
  const published: unknown = await strapi.db.query(uid).findMany({
    where: {
      documentId: { $in: rows.map(({ documentId }) => documentId) },
      publishedAt: { $notNull: true },
    },
  });
  return new Map(
    publishedSchema.parse(published).map(({ documentId, slug, publishedAt }) => {
      const page = pageAddress(singularName(uid), { slug }, 'en');
      return [documentId, { url: page === null ? null : siteUrl + page, since: publishedAt }];
    }),
  );
}

/** Entries as their owner is told of them; nothing in it names a person or a row. */
export async function answerEntries(strapi: Core.Strapi, form: EntryForm, rows: OwnRow[]) {
  const table = await nameLinks(
    strapi,
    form.fields,
    rows.map(({ links }) => links),
  );
  const live = await findLive(strapi, form, rows);
  return rows.map((row) => {
    const state = row.reviewState ?? INITIAL_STATE;
    const values = answerValues(form.fields, row, row.links, table);
    return {
      documentId: row.documentId,
      ref: row.ref,
      ...(row.slug === undefined ? {} : { slug: row.slug }),
      version: row.version ?? 1,
      reviewState: state,
      live: live.get(row.documentId) ?? null,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      submittedAt: row.submittedAt,
      removalRequestedAt: row.removalRequestedAt,
      message: row.reviewerMessage,
      may: listActions('member', state),
      missing: findMissing(form, values).map(({ path }) => path),
      ...values,
    };
  });
}

/** One entry with what happened to it so far. */
export async function answerEntry(strapi: Core.Strapi, form: EntryForm, row: OwnRow) {
  const [entry] = await answerEntries(strapi, form, [row]);
  const events = await listReviewEvents(strapi, form.uid, row.documentId);
  // Who of the staff answered is theirs to say.
  const history = events.map(({ at, action, from, to, by, message }) => ({
    at,
    action,
    from,
    to,
    by,
    message,
  }));
  return { ...entry, history };
}
