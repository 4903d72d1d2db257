import { cities } from '../collections/cities.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { languageTag } from '../i18n/format.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { facetParts, practiceFacets } from './practice-facets.ts';
import { anyLanguage, type Said, type SearchRecord } from './record.ts';
import { namesOf, said, titlesOfChallenges } from './said.ts';
import { pathOf } from './path.ts';

/**
 * Practices speak the language of those who wrote them; some have translations. Each is read when it
 * is asked for: ten thousand of them at once would fill the memory.
 */
export function practiceRecords(snapshot: Snapshot): SearchRecord[] {
  return snapshot.addresses(practices).map(({ id, ref, slug }) => {
    const read = (): Practice => {
      const practice = snapshot.get(practices, id);
      if (!practice) throw new Error(`The practice ${ref} is in no snapshot.`);
      return practice;
    };
    return {
      ref,
      path: pathOf('practice', slug),
      type: 'practice',
      shown: () =>
        new Map(versionsOf(read()).map(({ language, title, line }) => [language, { title, line }])),
      titles: () => versionsOf(read()).map(({ language, title }) => ({ language, text: title })),
      texts: () => textsOf(snapshot, read()),
      get facets() {
        return practiceFacets(snapshot, facetParts.of(read()));
      },
    };
  });
}

function versionsOf({ originalLanguage, title, oneLine, translations }: Practice) {
  return [
    { language: languageTag(originalLanguage), title, line: oneLine },
    ...translations.map((each) => ({
      language: languageTag(each.language),
      title: each.title,
      line: each.oneLine,
    })),
  ];
}

function textsOf(snapshot: Snapshot, practice: Practice): Said[] {
  return [
    ...versionsOf(practice).map(({ language, line }) => ({ language, text: line })),
    ...said(languageTag(practice.originalLanguage), ownTexts(practice)),
    ...practice.translations.flatMap(({ language, summary }) =>
      said(languageTag(language), [summary]),
    ),
    ...said(anyLanguage, [practice.organisationName]),
    ...snapshot.linked(cities, practice.links.cities).flatMap(namesOf),
    ...titlesOfChallenges(snapshot, practice.links.challenges),
  ];
}

function ownTexts(practice: Practice): (string | null)[] {
  return [
    practice.summary,
    practice.context,
    practice.problem,
    practice.actions,
    ...practice.processSteps.map(({ title }) => title),
    ...practice.actors.map(({ role }) => role),
    practice.results,
    ...practice.indicators.map(({ name }) => name),
    ...practice.buildingBlocks.flatMap(({ title, what, enablingFactors, lesson }) => [
      title,
      what,
      enablingFactors,
      lesson,
    ]),
    practice.wentWrong,
    practice.wouldDoDifferently,
    practice.transferNeeds,
    practice.legalBasis,
    practice.costCard?.fundingSource ?? null,
    ...practice.documents.map(({ title }) => title),
  ];
}
