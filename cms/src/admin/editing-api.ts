import { adminApi } from '@strapi/strapi/admin';
import { z } from 'zod';

/** The tags are Strapi's own: whatever saves or publishes an entry makes our answers be asked anew. */
export const editingApi = adminApi.enhanceEndpoints({
  addTagTypes: ['Document', 'Relations', 'RecentDocumentList'],
});

/** An entry that the admin has open; `model` is the name of its content type. */
export interface OpenEntry {
  model: string;
  documentId: string;
  locale: string | null;
}

export const documentTag = ({ model, documentId }: OpenEntry) => ({
  type: 'Document' as const,
  id: `${model}_${documentId}`,
});

/** The name under which the routes know the type `api::city.city`. */
export const typeOf = ({ model }: Pick<OpenEntry, 'model'>): string => model.replace(/^.*\./, '');

const failureSchema = z.object({ message: z.string().min(1) });

function messageOf(error: unknown): string | null {
  const { data } = failureSchema.safeParse(error);
  return !data || data.message === 'Failed to fetch' ? null : data.message;
}

/** The sentence for an editor when something that is looked at could not be asked. */
export function sentenceOf(error: unknown): string {
  return messageOf(error) ?? 'The editing system does not answer. It is asked again by itself.';
}

/** The sentence for an editor when something that was to be done was not. */
export function refusalOf(error: unknown): string {
  return messageOf(error) ?? 'The editing system does not answer. Try again in a moment.';
}
