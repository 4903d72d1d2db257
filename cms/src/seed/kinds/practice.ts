import { z } from 'zod';
import { defineKind } from '../kind';
import { common, commonFields, optionalNumber, optionalText, text } from '../shapes';
import { target } from '../target';
import { oneOf, severalOf } from '../vocabulary';
import { costCard, indicator, reviewNote, step } from './practice-parts';

export const practiceKind = defineKind({
  file: 'practices',
  letter: 'P',
  uid: 'api::practice.practice',
  record: z.strictObject({
    ...common,
    title: text,
    oneLine: text,
    summary: text,
    originalLanguage: oneOf('language'),
    sourceLanguages: severalOf('language'),
    translationKind: z.enum(['none', 'human', 'machine']),
    form: oneOf('practiceForm'),
    cities: z.array(target('C')),
    challenges: z.array(target('T')),
    context: optionalText,
    problem: optionalText,
    actions: optionalText,
    processSteps: z.array(step),
    participationLevel: oneOf('participationLevel'),
    participantsNumber: optionalNumber,
    methodologies: z.array(target('M')),
    instruments: z.array(target('I')),
    costCard,
    results: text,
    evidence: oneOf('evidenceGrade'),
    indicators: z.array(indicator),
    wentWrong: text,
    transferNeeds: text,
    lifecycle: oneOf('lifecycle'),
    startYear: optionalNumber,
    endYear: optionalNumber,
    organisation: target('O').nullable(),
    project: target('J').nullable(),
    adaptedFrom: target('P').nullable(),
    adaptedFromNote: optionalText,
    reviewNote,
  }),
  toFields: ({ translationKind: _translationKind, participantsNumber, ...record }, lookUp) => ({
    ...record,
    ...commonFields(record),
    participants: participantsNumber,
    organisationName: record.organisation ? lookUp.nameOf(record.organisation.ref) : null,
    // Editors wrote these and checked them at the desk, so they are past the members' review.
    reviewState: 'accepted',
    licence: 'ccBy40',
    contactable: false,
  }),
  drops: [
    {
      field: 'translationKind',
      reason: 'the entry says it itself: its texts are in its original language',
      concerns: () => true,
    },
    {
      field: 'processSteps[].order',
      reason: 'the order of the list says it',
      concerns: (record) => record.processSteps.length > 0,
    },
    {
      field: 'indicators[].source.accessed',
      reason: 'an indicator keeps the label and the address of its source only',
      concerns: (record) => record.indicators.length > 0,
    },
  ],
});
