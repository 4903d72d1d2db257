import { z } from 'zod';
import { defineKind } from '../kind';
import {
  common,
  commonFields,
  looseDate,
  optionalNumber,
  optionalText,
  text,
  yearOf,
} from '../shapes';
import { target } from '../target';
import { oneOf } from '../vocabulary';

export const instrumentKind = defineKind({
  file: 'instruments',
  letter: 'I',
  uid: 'api::instrument.instrument',
  record: z.strictObject({
    ...common,
    name: text,
    kind: oneOf('instrumentKind'),
    city: target('C'),
    strategy: target('S').nullable(),
    setUpOn: looseDate.nullable(),
    lifecycle: oneOf('lifecycle'),
    legalForm: oneOf('legalForm'),
    mandate: text,
    composition: z.array(z.strictObject({ actorType: oneOf('actorType'), seats: optionalNumber })),
    meetingRhythm: optionalText,
    lastKnownActivity: z.strictObject({ date: looseDate, note: optionalText }).nullable(),
    host: target('O').nullable(),
    address: optionalText,
    funding: optionalText,
    accessNote: optionalText,
    activities: optionalText,
    lessons: optionalText,
  }),
  toFields: ({ lastKnownActivity, ...record }) => ({
    ...record,
    ...commonFields(record),
    setUpYear: yearOf(record.setUpOn),
    lastMeeting: lastKnownActivity?.date ?? null,
    lastMeetingNote: lastKnownActivity?.note ?? null,
  }),
  translation: z.strictObject({ name: text }),
});
