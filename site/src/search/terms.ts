import { glossaryTerms } from '../collections/glossary-terms.ts';
import { languageTag } from '../i18n/format.ts';
import { type Language, languages } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf } from '../urls.ts';

/** What one country calls a concept. */
export type NationalTerm = {
  readonly term: string;
  readonly short: string | null;
  /** BCP 47. */
  readonly language: string;
};

/** A planning concept, for the hint that leads from one country's term to the others'. */
export type PlanningTerm = {
  /** Address without language. */
  readonly path: string;
  readonly concept: Partial<Record<Language, string>> & { readonly en: string };
  readonly terms: readonly NationalTerm[];
};

export function planningTerms(snapshot: Snapshot): PlanningTerm[] {
  return snapshot.all(glossaryTerms).map(({ ref, text, nationalTerms }) => ({
    path: `glossary#${anchorOf(ref)}`,
    concept: {
      en: text.en.concept ?? '',
      ...Object.fromEntries(
        languages.flatMap(({ tag }) => {
          const concept = text[tag]?.concept;
          return concept ? [[tag, concept]] : [];
        }),
      ),
    },
    terms: nationalTerms.map(({ term, abbreviation, language }) => ({
      term,
      short: abbreviation,
      language: languageTag(language),
    })),
  }));
}
