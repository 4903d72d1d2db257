import { z } from 'zod';
import { markdown } from '../blocks';
import { defineKind } from '../kind';
import { common, commonFields, optionalNumber, optionalText, text, webAddress } from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';

const population = z
  .strictObject({
    value: optionalNumber,
    year: optionalNumber,
    scope: optionalText,
    source: optionalText,
  })
  .refine(({ value, source }) => value === null || source !== null, {
    path: ['source'],
    message: 'a number of people needs its source.',
  });

export const cityKind = defineKind({
  file: 'cities',
  letter: 'C',
  uid: 'api::city.city',
  record: z.strictObject({
    ...common,
    name: text,
    localName: text,
    otherNames: z.array(text),
    country: oneOf('country'),
    kind: oneOf('cityKind'),
    nutsCode: optionalText,
    isoSubdivision: optionalText,
    codeBasis: oneOf('basis'),
    latitude: z.number(),
    longitude: z.number(),
    coordinatesBasis: oneOf('basis'),
    population,
    traits: severalOf('cityTrait'),
    summary: text,
    profile: markdown,
    statusPartner: z.boolean(),
    statusRole: optionalText,
    challenges: z.array(target('T')),
    challengesBasis: oneOf('basis'),
    website: webAddress.nullable(),
  }),
  toFields: ({ otherNames, nutsCode, isoSubdivision, population: people, ...record }) => ({
    ...record,
    ...commonFields(record),
    otherNames: otherNames.length > 0 ? otherNames.join(', ') : null,
    regionCode: nutsCode ?? isoSubdivision,
    population: people.value === null ? null : people,
  }),
  translation: z.strictObject({ name: text, summary: text }),
  drops: [
    {
      field: 'population.scope',
      reason: 'without a number of people there is nothing it could describe',
      concerns: ({ population: { value, scope } }) => value === null && scope !== null,
    },
  ],
});
