/** The glossary: planning concepts, and what each country calls them. */
import { type GlossaryTerm, glossaryTerms } from '../collections/glossary-terms.ts';
import { name, phrase, type Phrase, translationOf } from '../collections/localised.ts';
import { countryName, languageName, languageTag } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { labels } from '../i18n/labels/en.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, placeUrl } from '../urls.ts';
import { scriptRuns } from './script-runs.ts';

type NationalTerm = {
  /** Where it is used: the country, with the language where one country has several. */
  readonly where: string;
  readonly term: string;
  readonly lang: string;
  readonly abbreviation: string | null;
  /** In pieces, because it may quote a word of the term's language. */
  readonly note: readonly Phrase[];
};

export type Concept = {
  readonly ref: string;
  readonly id: string;
  readonly title: Phrase;
  readonly definition: Phrase | null;
  readonly group: string | null;
  readonly terms: readonly NationalTerm[];
  readonly related: readonly { readonly title: Phrase; readonly href: string }[];
  readonly sources: GlossaryTerm['sources'];
};

export function viewGlossary(snapshot: Snapshot, language: Language) {
  const { compare } = new Intl.Collator(language);
  const terms = snapshot.all(glossaryTerms);
  const concepts = terms
    .map((term) => viewConcept(snapshot, language, term))
    .sort((a, b) => compare(a.title.text, b.title.text));
  const isMachine = terms.some(({ text }) => translationOf(text, language) === 'machine');
  return {
    path: placeUrl(language, 'glossary'),
    count: concepts.length,
    terms: concepts.reduce((sum, each) => sum + each.terms.length, 0),
    translation: isMachine ? ('machine' as const) : ('original' as const),
    letters: [...Map.groupBy(concepts, ({ title }) => letterOf(language, title.text))].map(
      ([letter, members]) => ({ letter, id: `letter-${letter}`, concepts: members }),
    ),
    groups: Object.keys(labels.glossaryGroup).flatMap((group) => {
      const members = concepts.filter((each) => each.group === group);
      return members.length === 0
        ? []
        : [{ title: label(language, 'glossaryGroup', group), concepts: members }];
    }),
  };
}

function viewConcept(snapshot: Snapshot, language: Language, term: GlossaryTerm): Concept {
  return {
    ref: term.ref,
    id: anchorOf(term.ref),
    title: name(term.text, 'concept', language),
    definition: phrase(term.text, 'definition', language),
    group: term.group,
    terms: nationalTerms(language, term),
    related: snapshot.linked(glossaryTerms, term.links.related).map((other) => ({
      title: name(other.text, 'concept', language),
      href: `#${anchorOf(other.ref)}`,
    })),
    sources: term.sources,
  };
}

/** Terms by country in the language's alphabet, the reader's own language first. */
function nationalTerms(language: Language, { nationalTerms: terms }: GlossaryTerm): NationalTerm[] {
  const { compare } = new Intl.Collator(language);
  const languagesOf = Map.groupBy(terms, ({ country }) => country);
  return terms
    .map(({ language: own, country, note, ...term }) => {
      const spokenIn = new Set(languagesOf.get(country)?.map((each) => each.language));
      const place = country === null ? null : countryName(language, country);
      const tongue = languageName(language, own);
      return {
        ...term,
        lang: languageTag(own),
        // Notes are kept in English only.
        note: scriptRuns(note ?? '', language === 'en' ? null : 'en', languageTag(own)),
        where: place === null ? tongue : spokenIn.size > 1 ? `${place}, ${tongue}` : place,
      };
    })
    .sort((a, b) => {
      const [left, right] = [a.lang === language, b.lang === language];
      return left === right ? compare(a.where, b.where) : left ? -1 : 1;
    });
}

/** The letter a word stands under: without accents, in capitals. */
function letterOf(language: Language, word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  return (/\p{L}/u.exec(bare)?.[0] ?? '#').toLocaleUpperCase(language);
}
