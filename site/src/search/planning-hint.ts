import { bridgesOf } from './bridge.ts';
import type { PlanningTerm } from './terms.ts';

export type HintSettings = {
  readonly template: HTMLTemplateElement;
  /** The reader's language (BCP 47) and the start of its addresses: "/el", or nothing. */
  readonly language: string;
  readonly prefix: string;
  /** The address of a search for a text. */
  readonly searchFor: (text: string) => string;
};

/** Reads the planning terms that lie beside the index; none when they cannot be had. */
export async function loadPlanningTerms(folder: string): Promise<readonly PlanningTerm[]> {
  const answer = await fetch(`${folder}terms.json`).catch(() => null);
  const terms: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  return isTerms(terms) ? terms : [];
}

/** For each concept that the query names: its place in the glossary, and its names elsewhere. */
export function makeHints(
  settings: HintSettings,
  query: string,
  terms: readonly PlanningTerm[],
): HTMLElement[] {
  return bridgesOf(query, terms).flatMap(({ concept: { path, concept }, others }) => {
    const hint = settings.template.content.firstElementChild?.cloneNode(true);
    if (!(hint instanceof HTMLElement)) return [];
    const own = Object.entries(concept).find(([each]) => each === settings.language)?.[1];
    const lang = own === undefined ? 'en' : '';
    const named = { href: `${settings.prefix}/${path}`, textContent: own ?? concept.en, lang };
    Object.assign(hint.querySelector('a') ?? {}, named);
    const links = others.map(({ term, language }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      item.append(
        Object.assign(link, { href: settings.searchFor(term), lang: language, textContent: term }),
      );
      return item;
    });
    hint.querySelector('[data-others]')?.append(...links);
    if (links.length === 0) hint.querySelector('div')?.remove();
    return [hint];
  });
}

function isTerms(value: unknown): value is readonly PlanningTerm[] {
  return Array.isArray(value);
}
