import type { EditingModel } from '../editing-model';
import {
  recordHidden,
  recordRows,
  recordTexts,
  scheduleRow,
  scheduleTexts,
  translationTexts,
} from './common';

export const challengeEditing: EditingModel = {
  uid: 'api::challenge.challenge',
  mainField: 'title',
  columns: ['ref', 'title', 'parent'],
  rows: [
    ['title'],
    ['definition'],
    ['translation'],
    ['parent'],
    ['order'],
    ['synonyms'],
    ['sdg'],
    ['urbanAgenda'],
    ['leipzig'],
    ...recordRows,
    ['ref', 'slug'],
    scheduleRow,
  ],
  texts: {
    ...recordTexts,
    ...scheduleTexts,
    ...translationTexts,
    title: ['Title'],
    definition: ['Definition', 'One or two plain sentences that a citizen understands.'],
    parent: ['Part of', 'The wider challenge. Empty for one of the main challenges.'],
    synonyms: ['Other words', 'What people may type into the search, by language.'],
    sdg: ['Sustainable Development Goals', 'Targets this challenge touches.'],
    urbanAgenda: ['Urban Agenda for the EU', 'Partnerships that work on it.'],
    leipzig: ['New Leipzig Charter', 'Dimensions of the charter.'],
    order: ['Order', 'Lower numbers come first in lists.'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};

export const synonymsEditing: EditingModel = {
  uid: 'challenge.synonyms',
  mainField: 'language',
  rows: [['language', 'terms']],
  texts: { language: ['Language'], terms: ['Words', 'One word or phrase per line.'] },
};
