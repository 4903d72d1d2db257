import { PUBLISHED_TYPES } from '../access/published-types';
import type { OpenEntry } from './editing-api';

/** What Strapi hands to a panel beside the form of an entry. */
export interface PanelProps {
  model: string;
  documentId?: string;
  document?: { documentId: string; locale?: unknown } & Record<string, unknown>;
}

/** The entry whose form is open; undefined for a new one, and for what the site never shows. */
export function openEntry({ model, documentId, document }: PanelProps): OpenEntry | undefined {
  if (!documentId || !document || !PUBLISHED_TYPES.some((uid) => uid === model)) return undefined;
  const { locale } = document;
  return { model, documentId, locale: typeof locale === 'string' ? locale : null };
}
