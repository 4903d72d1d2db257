import type { Core } from '@strapi/strapi';
import { PUBLISHED_TYPES } from '../access/published-types';
import type { Model, Models } from '../documents/models';
import { ENGLISH } from '../documents/write';
import type { PublishedUid } from '../publishing/published-entry';

export type Appointment = 'goLiveAt' | 'takeDownAt';

export function isScheduled(model: Model): boolean {
  return model.hasDrafts && model.attributes.goLiveAt !== undefined;
}

export function scheduledTypes(models: Models): PublishedUid[] {
  return PUBLISHED_TYPES.filter((uid) => isScheduled(models(uid)));
}

/** Conditions for the row that says when: the draft, in English where there are languages. */
export function whereAppointed(model: Model): Record<string, unknown> {
  return {
    publishedAt: { $null: true },
    ...(model.isLocalised ? { locale: ENGLISH } : {}),
  };
}

/**
 * Empties an appointment of all rows of a document if its time has come.
 *
 * Past `strapi.db.query`, which would raise `updatedAt`, so that the admin would call the entry
 * modified. Of two instances that come at once, the database lets one find something to empty.
 */
export async function emptyAppointment(
  strapi: Core.Strapi,
  uid: PublishedUid,
  documentId: string,
  appointment: Appointment,
  now: Date,
): Promise<boolean> {
  const emptied: unknown = await strapi.db
    .queryBuilder(uid)
    .where({ documentId, [appointment]: { $lte: now } })
    .update({ [appointment]: null })
    .execute();
  return typeof emptied === 'number' && emptied > 0;
}
