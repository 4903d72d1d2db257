import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, optionalText, text } from '../shapes';
import { target } from '../target';
import { oneOf } from '../vocabulary';

export const glossaryTermKind = defineKind({
  file: 'glossary',
  letter: 'G',
  uid: 'api::glossary-term.glossary-term',
  record: z.strictObject({
    ...common,
    concept: text,
    group: oneOf('glossaryGroup'),
    definition: text,
    terms: z.array(
      z.strictObject({
        language: oneOf('language'),
        country: oneOf('country').nullable(),
        term: text,
        abbreviation: optionalText,
        note: optionalText,
      }),
    ),
    related: z.array(target('G')),
  }),
  toFields: ({ terms, ...record }) => ({
    ...record,
    ...commonFields(record),
    nationalTerms: terms,
  }),
  translation: z.strictObject({ concept: text, definition: text }),
});
