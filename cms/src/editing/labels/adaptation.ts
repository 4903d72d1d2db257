import type { EditingModel } from '../editing-model';
import {
  memberHidden,
  memberTexts,
  recordRows,
  recordTexts,
  scheduleRow,
  scheduleTexts,
} from './common';

const { slug: _slug, formerSlugs: _formerSlugs, ...texts } = recordTexts;

export const adaptationEditing: EditingModel = {
  uid: 'api::adaptation.adaptation',
  mainField: 'ref',
  columns: ['ref', 'city', 'practice', 'reviewState'],
  rows: [
    ['practice'],
    ['methodology'],
    ['city'],
    ['year'],
    ['whatChanged'],
    ['whatHappened'],
    ...recordRows,
    ['ref', 'reviewState'],
    scheduleRow,
  ],
  texts: {
    ...texts,
    ...scheduleTexts,
    ...memberTexts,
    practice: ['Practice', 'What was tried: a practice or a methodology.'],
    methodology: ['Methodology', 'What was tried: a practice or a methodology.'],
    city: ['Town or region', 'Who tried it.'],
    year: ['Year'],
    whatChanged: ['What was changed', 'What was done differently from the model.'],
    whatHappened: ['What happened', 'What came of it, good or bad.'],
  },
  hidden: ['links', ...memberHidden],
  readOnly: ['ref', 'reviewState'],
};
