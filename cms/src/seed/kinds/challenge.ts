import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, lines, text } from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';

export const challengeKind = defineKind({
  file: 'challenges',
  letter: 'T',
  uid: 'api::challenge.challenge',
  record: z
    .strictObject({
      ...common,
      key: z.string(),
      parent: target('T').nullable(),
      title: text,
      definition: text,
      synonyms: z.record(z.string(), z.array(text)),
      sdg: severalOf('sdgTarget'),
      urbanAgendaThemes: severalOf('urbanAgendaTheme'),
      leipzigDimensions: severalOf('leipzigDimension'),
    })
    .refine((record) => record.key === record.slug, {
      path: ['key'],
      message: 'must be the same as the slug.',
    })
    .transform((record, context) => ({
      ...record,
      synonyms: Object.entries(record.synonyms).map(([written, terms]) => {
        const language = oneOf('language').safeParse(written);
        if (language.success) return { language: language.data, terms: lines(terms) };
        context.addIssue({
          code: 'custom',
          path: ['synonyms', written],
          message: 'is no language.',
        });
        return z.NEVER;
      }),
    })),
  toFields: (record) => ({
    ...commonFields(record),
    title: record.title,
    definition: record.definition,
    parent: record.parent,
    synonyms: record.synonyms,
    sdg: record.sdg,
    urbanAgenda: record.urbanAgendaThemes,
    leipzig: record.leipzigDimensions,
    order: Number(record.ref.slice('SEE-T-'.length)),
  }),
  translation: z.strictObject({ title: text, definition: text }),
  drops: [{ field: 'key', reason: 'it repeats the slug', concerns: () => true }],
});
