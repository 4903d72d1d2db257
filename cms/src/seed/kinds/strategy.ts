import { z } from 'zod';
import { defineKind } from '../kind';
import {
  common,
  commonFields,
  looseDate,
  optionalNumber,
  optionalText,
  source,
  text,
  yearOf,
} from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';

const step = z
  .strictObject({
    step: text,
    when: optionalText,
    who: severalOf('actorType'),
    participationLevel: oneOf('participationLevel'),
    methodology: target('M').nullable(),
  })
  .transform(({ step: title, participationLevel: level, ...rest }) => ({ title, level, ...rest }));

const afterlife = z
  .strictObject({ date: looseDate, note: text, source })
  .transform(({ source: { label, url }, ...rest }) => ({ ...rest, source: label, sourceUrl: url }));

export const strategyKind = defineKind({
  file: 'strategies',
  letter: 'S',
  uid: 'api::strategy.strategy',
  record: z.strictObject({
    ...common,
    title: text,
    kind: oneOf('strategyKind'),
    cities: z.array(target('C')),
    period: oneOf('programmePeriod').nullable(),
    yearFrom: optionalNumber,
    yearTo: optionalNumber,
    horizonYear: optionalNumber,
    purpose: text,
    vision: optionalText,
    processNote: optionalText,
    processStrip: z.array(step),
    goals: z.array(z.strictObject({ title: text, text })),
    adoption: oneOf('adoption'),
    adoptionDate: looseDate.nullable(),
    implementationNote: optionalText,
    monitoring: optionalText,
    instruments: z.array(target('I')),
    document: target('R').nullable(),
    supersedes: target('S').nullable(),
    follows: target('S').nullable(),
    afterlife: z.array(afterlife),
    challenges: z.array(target('T')),
    project: target('J').nullable().default(null),
  }),
  toFields: ({ processStrip, ...record }) => ({
    ...record,
    ...commonFields(record),
    processSteps: processStrip,
    adoptionYear: yearOf(record.adoptionDate),
  }),
  translation: z.strictObject({ title: text }),
  drops: [
    {
      field: 'afterlife[].source.accessed',
      reason: 'a step of the later life keeps the label and the address of its source only',
      concerns: (record) => record.afterlife.length > 0,
    },
  ],
});
