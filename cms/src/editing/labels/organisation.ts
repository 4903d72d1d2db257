import type { EditingModel } from '../editing-model';
import { recordHidden, recordRows, recordTexts } from './common';

export const organisationEditing: EditingModel = {
  uid: 'api::organisation.organisation',
  mainField: 'name',
  columns: ['ref', 'name', 'actorType', 'country'],
  rows: [
    ['name', 'localName'],
    ['actorType', 'statusRole'],
    ['city'],
    ['country'],
    ['website'],
    ['shortBio'],
    ...recordRows,
    ['ref', 'slug'],
  ],
  texts: {
    ...recordTexts,
    name: ['Name', 'In English.'],
    localName: ['Name in the local language'],
    actorType: ['Kind of body'],
    city: ['Town or region', 'Where it sits, if that has an entry.'],
    country: ['Country'],
    website: ['Website', 'Starts with https://. No addresses of persons.'],
    shortBio: ['What it is', 'One or two sentences.'],
    statusRole: ['Role in STATUS', 'Empty if it had none.'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};
