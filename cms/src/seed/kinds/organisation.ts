import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, optionalText, text, webAddress } from '../shapes';
import { target } from '../target';
import { oneOf } from '../vocabulary';

export const organisationKind = defineKind({
  file: 'organisations',
  letter: 'O',
  uid: 'api::organisation.organisation',
  record: z.strictObject({
    ...common,
    name: text,
    localName: optionalText,
    actorType: oneOf('actorType'),
    city: target('C').nullable(),
    country: oneOf('country'),
    website: webAddress.nullable(),
    shortBio: optionalText,
    statusRole: oneOf('statusRole').nullable(),
  }),
  toFields: (record) => ({ ...record, ...commonFields(record) }),
});
