import { bridgesOf } from './bridge.ts';
import type { PlanningTerm } from './terms.ts';

export type HintSettings = {
  readonly template: HTMLTemplateElement;
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
  { template, language, prefix, searchFor }: HintSettings,
  query: string,
  terms: readonly PlanningTerm[],
): HTMLElement[] {
  return bridgesOf(query, terms).flatMap(({ concept, others }) => {
    const hint = template.content.firstElementChild?.cloneNode(true);
    if (!(hint instanceof HTMLElement)) return [];
    const own = Object.entries(concept.concept).find(([each]) => each === language)?.[1];
    const link = hint.querySelector('a');
    if (link) {
      link.href = `${prefix}/${concept.path}`;
      link.textContent = own ?? concept.concept.en;
      if (own === undefined) link.lang = 'en';
    }
    const list = hint.querySelector('[data-others]');
    list?.append(
      ...others.map(({ term, language: lang }) => {
        const other = document.createElement('a');
        Object.assign(other, { href: searchFor(term), lang, textContent: term });
        const item = document.createElement('li');
        item.append(other);
        return item;
      }),
    );
    list?.parentElement?.toggleAttribute('hidden', others.length === 0);
    return [hint];
  });
}

function isTerms(value: unknown): value is readonly PlanningTerm[] {
  return Array.isArray(value);
}
