import { cities } from '../collections/cities.ts';
import { methodologies } from '../collections/methodologies.ts';
import { projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import { plainText } from '../cms/blocks.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { challengeFacet, yearFacet } from '../views/list-facets.ts';
import { known } from './known.ts';
import { localisedRecords } from './localised-records.ts';
import { pathOf } from './path.ts';
import { anyLanguage, type SearchRecord } from './record.ts';
import { said } from './said.ts';

const methodologyRecords = localisedRecords({
  type: 'methodology',
  collection: methodologies,
  path: ({ slug }) => pathOf('methodology', slug),
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ summary }) => summary,
  body: ({ purpose, steps, skills, risks }) => [
    purpose,
    ...steps.flatMap(({ title, what, who, output, tip }) => [title, what, who, output, tip]),
    skills,
    ...risks,
  ],
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.testedIn),
  facets: ({ links, participationLevel, costBand }, snapshot) => ({
    challenge: challengeFacet(snapshot, links.challenges),
    level: known(participationLevel),
    cost: known(costBand),
  }),
});

const strategyRecords = localisedRecords({
  type: 'strategy',
  collection: strategies,
  path: ({ slug }) => pathOf('strategy', slug),
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ purpose, vision }) => purpose ?? vision,
  body: (own) => [
    own.vision,
    own.processNote,
    ...own.processSteps.map(({ title }) => title),
    ...own.goals.flatMap(({ title, text }) => [title, text]),
    own.implementationNote,
    own.monitoring,
    ...own.afterlife.map(({ note }) => note),
  ],
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.cities),
  facets: ({ links, yearFrom, yearTo }, snapshot) => ({
    challenge: challengeFacet(snapshot, links.challenges),
    year: yearFacet(yearFrom, yearTo),
  }),
});

const projectRecords = localisedRecords({
  type: 'project',
  collection: projects,
  path: ({ slug }) => pathOf('project', slug),
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ summary }) => summary,
  body: ({ body, outcomeNote, budgetNote }) => [plainText(body), outcomeNote, budgetNote],
  also: ({ acronym, programme, code }) => said(anyLanguage, [acronym, programme, code]),
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.cities),
  facets: ({ links, budgetBand, lifecycle, startYear, endYear }, snapshot) => ({
    challenge: challengeFacet(snapshot, links.challenges),
    cost: known(budgetBand),
    lifecycle: [lifecycle],
    year: yearFacet(startYear, endYear),
  }),
});

/** Ways to work, plans, and what was planned. */
export function workRecords(snapshot: Snapshot): SearchRecord[] {
  return [methodologyRecords, strategyRecords, projectRecords].flatMap((of) => of(snapshot));
}
