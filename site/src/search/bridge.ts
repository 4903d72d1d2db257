/** From one country's planning term to the concept and to what other countries call it. */
import { familyOf, keysOf } from './analyse.ts';
import { fold } from './fold.ts';
import type { NationalTerm, PlanningTerm } from './terms.ts';

export type Bridge = {
  readonly concept: PlanningTerm;
  /** Terms of other languages, one each. */
  readonly others: readonly NationalTerm[];
};

const mostConcepts = 2;
const mostOthers = 4;

/** Concepts that the query names in any of the languages, the closest first. */
export function bridgesOf(query: string, concepts: readonly PlanningTerm[]): Bridge[] {
  return concepts
    .map((concept) => ({ concept, closeness: closenessOf(query, concept) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, mostConcepts)
    .map(({ concept }) => ({ concept, others: othersOf(query, concept) }));
}

/** 2: it is the term; 1: two words or more of it; 0: something else. */
function closenessOf(query: string, { concept, terms }: PlanningTerm): number {
  const names = [
    ...Object.entries(concept).map(([language, term]) => ({ language, term, short: null })),
    ...terms,
  ];
  return Math.max(0, ...names.map((name) => closenessOfTerm(query, name)));
}

function closenessOfTerm(query: string, { language, term, short }: NationalTerm): number {
  if (short !== null && isSame(query, short)) return 2;
  const family = familyOf(language);
  const asked = new Set(keysOf(query, family));
  const keys = new Set(keysOf(term, family));
  if (asked.size === 0 || ![...asked].every((key) => keys.has(key))) return 0;
  if (asked.size === keys.size) return 2;
  return asked.size > 1 ? 1 : 0;
}

function isSame(query: string, short: string): boolean {
  return [fold(query), fold(query, 'serbian')].some(
    (folded) => folded === fold(short) || folded === fold(short, 'serbian'),
  );
}

function othersOf(query: string, { terms }: PlanningTerm): NationalTerm[] {
  const byLanguage = new Map(
    terms
      .filter((each) => closenessOfTerm(query, each) === 0)
      .toReversed()
      .map((each) => [each.language, each]),
  );
  return [...byLanguage.values()].toReversed().slice(0, mostOthers);
}
