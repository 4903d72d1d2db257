import type { EditingModel } from '../editing-model';
import { recordRows, recordTexts, scheduleRow, scheduleTexts, translationTexts } from './common';

const { slug: _slug, formerSlugs: _formerSlugs, ...texts } = recordTexts;

export const pageEditing: EditingModel = {
  uid: 'api::page.page',
  mainField: 'title',
  columns: ['ref', 'title', 'textState'],
  rows: [
    ['title'],
    ['lead'],
    ['translation'],
    ['body'],
    ['key', 'textState'],
    ...recordRows,
    ['ref'],
    scheduleRow,
  ],
  texts: {
    ...texts,
    ...scheduleTexts,
    ...translationTexts,
    key: ['Key', 'The site finds the page by it; do not change it.'],
    title: ['Title'],
    lead: ['Lead', 'One sentence under the title.'],
    body: ['Text'],
    textState: ['State of the text', 'A draft says on the page that it is not final.'],
  },
  hidden: ['links'],
  readOnly: ['ref'],
};
