import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, optionalNumber, optionalText, text, webAddress } from '../shapes';
import { target } from '../target';
import { oneOf } from '../vocabulary';

export const networkKind = defineKind({
  file: 'networks',
  letter: 'N',
  uid: 'api::network.network',
  record: z.strictObject({
    ...common,
    name: text,
    kind: oneOf('networkKind'),
    summary: text,
    founded: optionalNumber,
    lifecycle: oneOf('lifecycle'),
    coordinator: target('O').nullable(),
    members: z.array(
      z.strictObject({
        city: target('C').nullable(),
        name: text,
        role: oneOf('memberRole'),
        since: optionalNumber,
        until: optionalNumber,
      }),
    ),
    challenges: z.array(target('T')),
    howToJoin: optionalText,
    website: webAddress.nullable(),
    project: target('J').nullable(),
  }),
  toFields: ({ founded, ...record }) => ({
    ...record,
    ...commonFields(record),
    foundedYear: founded,
  }),
  translation: z.strictObject({ name: text, summary: text }),
});
