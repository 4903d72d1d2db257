import { cities } from '../collections/cities.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { languageTag } from '../i18n/format.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { facetParts, practiceFacets } from './practice-facets.ts';
import { anyLanguage, type SearchRecord } from './record.ts';
import { namesOf, said, titlesOfChallenges } from './said.ts';
import { pathOf } from './path.ts';

/** Practices speak the language of those who wrote them; some have translations. */
export function practiceRecords(snapshot: Snapshot): SearchRecord[] {
  return snapshot.all(practices).map((practice) => recordOf(snapshot, practice));
}

function recordOf(snapshot: Snapshot, practice: Practice): SearchRecord {
  const towns = snapshot.linked(cities, practice.links.cities);
  const own = languageTag(practice.originalLanguage);
  const versions = [
    { language: own, title: practice.title, line: practice.oneLine },
    ...practice.translations.map((each) => ({
      language: languageTag(each.language),
      title: each.title,
      line: each.oneLine,
    })),
  ];
  return {
    ref: practice.ref,
    path: pathOf('practice', practice.slug),
    type: 'practice',
    shown: () => new Map(versions.map(({ language, title, line }) => [language, { title, line }])),
    titles: () => versions.map(({ language, title }) => ({ language, text: title })),
    texts: () => [
      ...versions.map(({ language, line }) => ({ language, text: line })),
      ...said(own, ownTexts(practice)),
      ...practice.translations.flatMap(({ language, summary }) =>
        said(languageTag(language), [summary]),
      ),
      ...said(anyLanguage, [practice.organisationName]),
      ...towns.flatMap(namesOf),
      ...titlesOfChallenges(snapshot, practice.links.challenges),
    ],
    facets: practiceFacets(snapshot, facetParts.of(practice)),
  };
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
