import { z } from 'zod';
import { day, optionalNumber, optionalText, source, text } from '../shapes';
import { oneOf, severalOf } from '../vocabulary';

export const step = z
  .strictObject({
    order: z.number(),
    step: text,
    who: severalOf('actorType'),
    participationLevel: oneOf('participationLevel'),
    weeks: optionalNumber,
  })
  .transform(({ step: title, participationLevel: level, who, weeks }) => ({
    title,
    who,
    level,
    weeks,
  }));

export const costCard = z
  .strictObject({
    staffDays: optionalNumber,
    euroBand: oneOf('costBand'),
    months: optionalNumber,
    outsideHelp: z.boolean().nullable(),
    fundingSource: optionalText,
  })
  .transform(({ euroBand, ...rest }) => ({ ...rest, costBand: euroBand }));

export const indicator = z
  .strictObject({
    name: text,
    before: optionalText,
    after: optionalText,
    year: optionalNumber,
    source,
  })
  .transform(({ source: { label, url }, ...rest }) => ({ ...rest, source: label, sourceUrl: url }));

export const reviewNote = z.strictObject({
  checkedHow: oneOf('checkedHow'),
  role: text,
  date: day,
});
