import type { EditingModel } from '../editing-model';
import { recordHidden, recordRows, recordTexts, translationTexts } from './common';

export const glossaryTermEditing: EditingModel = {
  uid: 'api::glossary-term.glossary-term',
  mainField: 'concept',
  columns: ['ref', 'concept', 'group'],
  rows: [
    ['concept', 'group'],
    ['definition'],
    ['translation'],
    ['nationalTerms'],
    ['related'],
    ...recordRows,
    ['ref', 'slug'],
  ],
  texts: {
    ...recordTexts,
    ...translationTexts,
    concept: ['Term'],
    group: ['Group'],
    definition: ['Definition', 'One or two plain sentences.'],
    nationalTerms: ['National terms', 'The nearest word in each country.'],
    related: ['See also', 'Other terms.'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};

export const nationalTermEditing: EditingModel = {
  uid: 'glossary.national-term',
  mainField: 'term',
  rows: [['language', 'country'], ['term', 'abbreviation'], ['note']],
  texts: {
    language: ['Language'],
    country: ['Country', 'Empty if used wherever the language is spoken.'],
    term: ['Term'],
    abbreviation: ['Abbreviation'],
    note: ['Note', 'Where the meaning differs.'],
  },
};
