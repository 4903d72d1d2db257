import { methodologies } from '../../collections/methodologies.ts';
import { entryUrl } from '../../urls.ts';
import { choice, choices, number, parts, text, texts } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const methodologyList = defineList({
  name: 'methodologies',
  title: 'Methodologies',
  description: 'Ways of working with people on a plan, step by step, with what they take.',
  collection: methodologies,
  page: (methodology) => entryUrl('en', 'methodology', methodology.slug),
  texts: () => ({
    title: text('Name of the method.'),
    summary: text('What it is.'),
    purpose: text('When to use it.'),
    steps: parts('What is done, in order.', {
      title: text('Name of the step.'),
      what: text('What is done.'),
      who: text('Who does it.'),
      durationDays: number('Calendar days to plan for it, waiting included.'),
      output: text('What comes out.'),
      tip: text('What helps.'),
    }),
    groupSizeNote: text('More about the size of the group.'),
    skills: text('What those who run it must be able to do.'),
    risks: texts('What can go wrong.'),
  }),
  fields: ({ one, many }) => ({
    slug,
    phases: choices('phase', 'Phases of planning it serves.'),
    participationLevel: choice(
      'participationLevel',
      'How far people take part (names after the IAP2 spectrum).',
    ),
    groupSizeMin: number('Smallest group it works with.'),
    groupSizeMax: number('Largest group it works with.'),
    minDays: number('Shortest time for its core, in days.'),
    costBand: choice('costBand', 'What it costs, in euro.'),
    conflictSuitability: choice('degree', 'How well it works where people are in conflict.'),
    digitalNeed: choice('digitalNeed', 'How much digital access it needs.'),
    figuresBasis: choice('figuresBasis', 'What its figures rest on.'),
    origin: one('projects', 'The project it comes from.'),
    challenges: many('challenges', 'What it helps with.'),
    testedIn: many('cities', 'Where it was tried.'),
    resources: many('resources', 'Documents about it.'),
    adaptedFrom: one('methodologies', 'The method it was made from.'),
    authors: many('organisations', 'Bodies that made it.'),
    ...origin,
  }),
});
