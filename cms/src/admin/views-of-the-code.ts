import type { StrapiApp } from '@strapi/strapi/admin';
import { z } from 'zod';

/** Fields, labels and their order are code: what was changed here would be gone at the next start. */
const WITHOUT_USE = ['edit-the-model', 'configure-the-view'];

interface Action {
  type?: string;
}

/** What is used of the content manager, whose plugin has no types. */
const contentManager = z.object({
  addDocumentAction: z.custom<(reduce: (actions: Action[]) => Action[]) => void>(
    (value) => typeof value === 'function',
  ),
});

export function keepViewsAsTheCodeHasThem(app: Pick<StrapiApp, 'getPlugin'>): void {
  const { addDocumentAction } = contentManager.parse(app.getPlugin('content-manager').apis);
  addDocumentAction((actions) => actions.filter(({ type }) => !WITHOUT_USE.includes(type ?? '')));
}
