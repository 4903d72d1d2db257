import type { z } from 'zod';
import {
  address,
  choice,
  choices,
  chosen,
  day,
  maybe,
  number,
  part,
  parts,
  text,
  words,
} from '../fields.ts';
import type { Reader } from '../reader.ts';

/**
 * The components of a practice. The author's name (`authorCredit`) is not among them: a person
 * agreed to stand on one page, not in a file that is copied and kept.
 */
export function practiceParts({ inner, picture, document }: Reader): z.ZodRawShape {
  return {
    translations: parts('Titles and summaries in other languages.', {
      language: chosen('language', 'Language of the translation.'),
      title: words('Title.'),
      oneLine: words('The practice in one line.'),
      summary: text('The practice in a few sentences.'),
      by: chosen('translatedBy', 'Translated by a person or by a machine.'),
    }),
    processSteps: parts('How it was done, step by step.', {
      title: words('Name of the step.'),
      who: choices('actorType', 'Who took part.'),
      level: choice('participationLevel', 'How far people took part.'),
      methodology: inner('methodologies', 'The method used.'),
      weeks: number('How many weeks it took.'),
    }),
    actors: parts('Who did what.', {
      type: chosen('actorType', 'Kind of actor.'),
      role: text('What they did.'),
    }),
    costCard: part('What it took.', {
      staffDays: number('Days of work of the own staff.'),
      costBand: choice('costBand', 'Money, in euro.'),
      months: number('Months from start to end.'),
      roles: text('Who worked on it.'),
      outsideHelp: maybe('Whether help from outside was bought.'),
      fundingSource: text('Where the money came from.'),
    }),
    indicators: parts('What was measured.', {
      name: words('What.'),
      before: text('Before.'),
      after: text('After.'),
      unit: text('Unit.'),
      year: number('Year of the later figure.'),
      source: text('Who says so.'),
      sourceUrl: address('Where it says so.'),
    }),
    buildingBlocks: parts('Parts that can be taken over one by one.', {
      title: words('Name of the part.'),
      what: text('What it is.'),
      enablingFactors: text('What made it possible.'),
      lesson: text('What was learned.'),
    }),
    images: parts('Pictures.', {
      file: picture('Address of the picture.'),
      alt: text('What it shows.'),
      credit: text('Who is to be named with it.'),
    }),
    documents: parts('Documents that came with it.', {
      title: words('Title.'),
      file: document('Address of the document.'),
    }),
    reviewNote: part('What the editors checked.', {
      checkedHow: chosen('checkedHow', 'How it was checked.'),
      role: text('In which role.'),
      date: day('When.'),
    }),
  };
}
