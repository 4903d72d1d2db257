import { type Page, pages } from '../collections/pages.ts';
import { name, phrase, spoken, translationOf } from '../collections/localised.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { viewBody } from './body.ts';

/** A text of the platform itself, kept in the CMS. Throws when it is not published. */
export function viewTextPage(snapshot: Snapshot, language: Language, key: string) {
  const page = snapshot.bySlug(pages, key);
  if (!page) {
    throw new Error(
      `The page "${key}" is not published in the CMS; the site cannot do without it.`,
    );
  }
  return viewText(snapshot, language, page);
}

export type TextPage = ReturnType<typeof viewText>;

function viewText(snapshot: Snapshot, language: Language, page: Page) {
  return {
    ref: page.ref,
    title: name(page.text, 'title', language),
    lead: phrase(page.text, 'lead', language),
    body: viewBody(snapshot, spoken(page.text, 'body', language)),
    translation: spoken(page.text, 'body', language)?.lang
      ? 'missing'
      : translationOf(page.text, language),
    isDraftText: page.textState === 'draft',
    sources: page.sources,
    basis: page.basis,
    lastChecked: page.lastChecked,
  } as const;
}
