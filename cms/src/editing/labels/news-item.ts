import type { EditingModel } from '../editing-model';
import {
  recordHidden,
  recordRows,
  recordTexts,
  scheduleRow,
  scheduleTexts,
  translationTexts,
} from './common';

export const newsItemEditing: EditingModel = {
  uid: 'api::news-item.news-item',
  mainField: 'title',
  columns: ['ref', 'title', 'date'],
  rows: [
    ['title'],
    ['summary'],
    ['translation'],
    ['date', 'dateText'],
    ['body'],
    ['cities'],
    ['project'],
    ...recordRows,
    ['ref', 'slug'],
    scheduleRow,
  ],
  texts: {
    ...recordTexts,
    ...scheduleTexts,
    ...translationTexts,
    title: ['Title'],
    date: ['Date', 'When it happened; news is sorted by it.'],
    dateText: ['Date in words', 'Only if it lasted longer or is disputed.'],
    summary: ['Summary', 'Two sentences for lists and feeds.'],
    body: ['Text'],
    cities: ['Towns and regions', 'Which it is about.'],
    project: ['Project', 'Which it is about.'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};
