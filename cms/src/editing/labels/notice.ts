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

export const noticeEditing: EditingModel = {
  uid: 'api::notice.notice',
  mainField: 'ref',
  columns: ['ref', 'kind', 'city', 'reviewState'],
  rows: [
    ['kind', 'expiresOn'],
    ['city'],
    ['challenge'],
    ['text'],
    ...recordRows,
    ['ref', 'reviewState'],
    scheduleRow,
  ],
  texts: {
    ...texts,
    ...scheduleTexts,
    ...memberTexts,
    kind: ['Kind', 'Does the town look for help, or offer it?'],
    city: ['Town or region', 'Who looks or offers.'],
    challenge: ['Challenge', 'What it is about.'],
    text: ['Text', 'What is wanted or offered, to whom, until when.'],
    expiresOn: ['Ends on', 'The notice leaves the site after this day.'],
  },
  hidden: ['links', ...memberHidden],
  readOnly: ['ref', 'reviewState'],
};
