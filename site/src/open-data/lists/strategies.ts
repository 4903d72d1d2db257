import { strategies } from '../../collections/strategies.ts';
import { entryUrl } from '../../urls.ts';
import { address, choice, choices, chosen, number, parts, text } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const strategyList = defineList({
  name: 'strategies',
  title: 'Strategies',
  description: 'Urban agendas and strategies of towns: how they were made and what came after.',
  collection: strategies,
  page: (strategy) => entryUrl('en', 'strategy', strategy.slug),
  texts: ({ inner }) => ({
    title: text('Name of the strategy.'),
    purpose: text('What it is for.'),
    vision: text('Where it wants to go.'),
    processNote: text('How it was made.'),
    processSteps: parts('How it was made, step by step.', {
      title: text('Name of the step.'),
      when: text('When it was.'),
      who: choices('actorType', 'Who took part.'),
      level: choice('participationLevel', 'How far people took part.'),
      methodology: inner('methodologies', 'The method used.'),
      weeks: number('How many weeks it took.'),
    }),
    goals: parts('What it wants to reach.', {
      title: text('The goal.'),
      text: text('More about it.'),
      leipzig: choices('leipzigDimension', 'Dimensions of the New Leipzig Charter.'),
    }),
    implementationNote: text('How it was carried out.'),
    monitoring: text('How its progress is watched.'),
    afterlife: parts('What became of it later.', {
      date: text('When: a year, a month or a day.'),
      note: text('What happened.'),
      source: text('Who says so.'),
      sourceUrl: address('Where it says so.'),
    }),
  }),
  fields: ({ one, many }) => ({
    slug,
    kind: chosen('strategyKind', 'What kind of plan it is.'),
    period: choice('programmePeriod', 'Programme period of the EU.'),
    yearFrom: number('First year it covers.'),
    yearTo: number('Last year it covers.'),
    horizonYear: number('Year it looks ahead to.'),
    adoption: chosen('adoption', 'Whether it was adopted, and by whom.'),
    adoptionYear: number('Year of adoption.'),
    adoptionDate: text('When it was adopted, as far as known: a year, a month or a day.'),
    cities: many('cities', 'Whose strategy it is.'),
    challenges: many('challenges', 'What it answers to.'),
    instruments: many('instruments', 'Bodies that carry it on.'),
    project: one('projects', 'The framework project it came from.'),
    document: one('resources', 'The document itself.'),
    supersedes: one('strategies', 'The strategy it formally replaces.'),
    follows: one('strategies', 'The strategy it comes after.'),
    ...origin,
  }),
});
