import type { EditingModel } from '../editing-model';

export const sourceEditing: EditingModel = {
  uid: 'shared.source',
  mainField: 'label',
  rows: [['label'], ['url', 'accessed']],
  texts: {
    label: ['Source', 'Who says it, and where.'],
    url: ['Address', 'Starts with https://'],
    accessed: ['Read on', 'The day somebody last read it there.'],
  },
};
