import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, lines, optionalNumber, optionalText, text } from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';

const step = z
  .strictObject({
    order: z.number(),
    title: text,
    what: text,
    who: text,
    durationDays: optionalNumber,
    output: optionalText,
    tip: optionalText,
  })
  .transform(({ order: _order, ...rest }) => rest);

export const methodologyKind = defineKind({
  file: 'methodologies',
  letter: 'M',
  uid: 'api::methodology.methodology',
  record: z.strictObject({
    ...common,
    title: text,
    summary: text,
    purpose: text,
    phases: severalOf('phase'),
    participationLevel: oneOf('participationLevel'),
    steps: z.array(step),
    groupSize: z.strictObject({ min: optionalNumber, max: optionalNumber, note: optionalText }),
    minDays: optionalNumber,
    costBand: oneOf('costBand'),
    conflictSuitability: oneOf('degree'),
    digitalNeed: oneOf('digitalNeed'),
    skills: optionalText,
    risks: z.array(text),
    figuresBasis: oneOf('figuresBasis'),
    origin: target('J').nullable(),
    challenges: z.array(target('T')),
    testedIn: z.array(target('C')),
    resources: z.array(target('R')),
    adaptedFrom: target('M').nullable(),
    authors: z.array(target('O')),
  }),
  toFields: ({ groupSize, risks, ...record }) => ({
    ...record,
    ...commonFields(record),
    groupSizeMin: groupSize.min,
    groupSizeMax: groupSize.max,
    groupSizeNote: groupSize.note,
    risks: lines(risks),
  }),
  translation: z.strictObject({ title: text, summary: text }),
  drops: [
    {
      field: 'steps[].order',
      reason: 'the order of the list says it',
      concerns: (record) => record.steps.length > 0,
    },
  ],
});
