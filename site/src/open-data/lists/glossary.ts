import { glossaryTerms } from '../../collections/glossary-terms.ts';
import { anchorOf, placeUrl } from '../../urls.ts';

import { choice, chosen, parts, text, words } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const glossaryList = defineList({
  name: 'glossary',
  title: 'Glossary',
  description: 'Concepts of planning in plain English, with the terms used in each country.',
  collection: glossaryTerms,
  page: ({ ref }) => `${placeUrl('en', 'glossary')}#${anchorOf(ref)}`,
  texts: () => ({
    concept: text('The concept.'),
    definition: text('What it means, in plain words.'),
  }),
  fields: ({ many }) => ({
    slug,
    group: choice('glossaryGroup', 'Which part of the glossary it stands in.'),
    nationalTerms: parts('What it is called elsewhere; near matches, not translations.', {
      language: chosen('language', 'Language of the term.'),
      country: choice('country', 'Country whose term it is.'),
      term: words('The term.'),
      abbreviation: text('How it is shortened.'),
      note: text('Where it differs.'),
    }),
    related: many('glossary', 'Concepts near to it.'),
    ...origin,
  }),
});
