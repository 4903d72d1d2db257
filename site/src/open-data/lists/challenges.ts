import { challenges } from '../../collections/challenges.ts';
import { entryUrl } from '../../urls.ts';
import { choices, chosen, number, parts, text, texts } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const challengeList = defineList({
  name: 'challenges',
  title: 'Challenges',
  description: 'Urban problems on two levels, by which all other records are found.',
  collection: challenges,
  page: (challenge) => entryUrl('en', 'challenge', challenge.slug),
  texts: () => ({
    title: text('The problem in a few words.'),
    definition: text('What is meant, in our own words.'),
  }),
  fields: ({ one }) => ({
    slug,
    parent: one('challenges', 'The wider challenge it belongs to; null on the first level.'),
    synonyms: parts('Other words for it.', {
      language: chosen('language', 'Language of the words.'),
      terms: texts('The words.'),
    }),
    sdg: choices('sdgTarget', 'Targets of the Sustainable Development Goals: sdg11_a is 11.a.'),
    urbanAgenda: choices('urbanAgendaTheme', 'Partnerships of the Urban Agenda for the EU.'),
    leipzig: choices('leipzigDimension', 'Dimensions of the New Leipzig Charter.'),
    order: number('Its place among the challenges of its level.'),
    ...origin,
  }),
});
