import { projects } from '../../collections/projects.ts';
import { entryUrl } from '../../urls.ts';
import { body, choice, chosen, day, number, text } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const projectList = defineList({
  name: 'projects',
  title: 'Projects',
  description: 'Framework projects, and the projects of towns with what became of each.',
  collection: projects,
  page: (project) => entryUrl('en', 'project', project.slug),
  texts: () => ({
    title: text('Name of the project.'),
    summary: text('What it is about.'),
    body: body('The project at length.'),
    outcomeNote: text('What became of it.'),
    budgetNote: text('How to read the budget.'),
  }),
  fields: ({ one, many }) => ({
    slug,
    acronym: text('Short name.'),
    kind: chosen(
      'projectKind',
      'A framework that towns took part in, or one of their own projects.',
    ),
    programme: text('Programme that paid for it.'),
    period: choice('programmePeriod', 'Programme period of the EU.'),
    code: text('Its number in the programme.'),
    startYear: number('Year it began.'),
    endYear: number('Year it ended.'),
    startDate: text('When it began, as far as known: a year, a month or a day.'),
    endDate: text('When it ended, as far as known: a year, a month or a day.'),
    lifecycle: chosen('lifecycle', 'In what state it is.'),
    outcomeCheckedOn: day('Day on which the state was looked up.'),
    evidence: choice(
      'evidenceGrade',
      'What the outcome rests on: a independent evaluation, b measured data, c documents, d own statement.',
    ),
    budgetEur: number('Budget in whole euros.'),
    budgetAmount: number('Budget as the source gives it.'),
    budgetCurrency: text('Currency of the budget as the source gives it.'),
    budgetBand: choice('costBand', 'Budget by size, in euro.'),
    statusAgenda: choice('statusAgenda', 'How it stands to a STATUS agenda.'),
    lead: one('organisations', 'Who leads it.'),
    partners: many('organisations', 'Who else takes part.'),
    cities: many('cities', 'Where it takes place.'),
    strategy: one('strategies', 'The strategy it belongs to.'),
    challenges: many('challenges', 'What it is about.'),
    resources: many('resources', 'Documents about it.'),
    ...origin,
  }),
});
