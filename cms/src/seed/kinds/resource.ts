import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, optionalNumber, optionalText, text, webAddress } from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';

export const resourceKind = defineKind({
  file: 'resources',
  letter: 'R',
  uid: 'api::resource.resource',
  record: z.strictObject({
    ...common,
    title: text,
    kind: oneOf('resourceKind'),
    languages: severalOf('language'),
    year: optionalNumber,
    authors: optionalText,
    publisher: target('O').nullable(),
    url: webAddress,
    pages: optionalNumber,
    licence: oneOf('licence'),
    accessibility: oneOf('accessibility'),
    isbn: optionalText,
    cities: z.array(target('C')),
    description: text,
  }),
  toFields: (record) => {
    const fields = { ...record, ...commonFields(record) };
    return { ...fields, checkedOn: fields.lastChecked };
  },
});
