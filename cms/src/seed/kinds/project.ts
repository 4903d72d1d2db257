import { z } from 'zod';
import { markdown } from '../blocks';
import { defineKind } from '../kind';
import { common, commonFields, looseDate, optionalText, text, yearOf } from '../shapes';
import { target } from '../target';
import { oneOf } from '../vocabulary';

const budget = z.strictObject({
  amount: z.number().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code like EUR'),
  note: optionalText,
});

export const projectKind = defineKind({
  file: 'projects',
  letter: 'J',
  uid: 'api::project.project',
  record: z.strictObject({
    ...common,
    title: text,
    acronym: optionalText,
    kind: oneOf('projectKind'),
    summary: text,
    body: markdown.nullable(),
    period: oneOf('programmePeriod').nullable(),
    startDate: looseDate.nullable(),
    endDate: looseDate.nullable(),
    lifecycle: oneOf('lifecycle'),
    outcomeNote: optionalText,
    evidence: oneOf('evidenceGrade'),
    budgetBand: oneOf('costBand'),
    budget: budget.nullable(),
    programme: optionalText,
    code: optionalText,
    lead: target('O').nullable(),
    partners: z.array(target('O')),
    cities: z.array(target('C')),
    strategy: target('S').nullable(),
    statusAgenda: oneOf('statusAgenda'),
    challenges: z.array(target('T')),
  }),
  toFields: ({ budget: money, ...record }) => ({
    ...record,
    ...commonFields(record),
    startYear: yearOf(record.startDate),
    endYear: yearOf(record.endDate),
    budgetAmount: money ? Math.round(money.amount) : null,
    budgetCurrency: money?.currency ?? null,
    budgetNote: money?.note ?? null,
    // Other currencies are not converted: the rate of which day would be a guess.
    budgetEur: money?.currency === 'EUR' ? Math.round(money.amount) : null,
  }),
  translation: z.strictObject({ title: text }),
  drops: [
    {
      field: 'the cents of budget.amount',
      reason: 'money is kept in whole units',
      concerns: ({ budget: money }) => money !== null && !Number.isInteger(money.amount),
    },
  ],
});
