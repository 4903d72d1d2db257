import type { EditingModel } from '../editing-model';
import {
  recordHidden,
  recordRows,
  recordTexts,
  scheduleRow,
  scheduleTexts,
  translationTexts,
} from './common';

export const strategyEditing: EditingModel = {
  uid: 'api::strategy.strategy',
  mainField: 'title',
  columns: ['ref', 'title', 'kind'],
  rows: [
    ['title'],
    ['translation'],
    ['kind', 'period'],
    ['cities'],
    ['challenges'],
    ['yearFrom', 'yearTo', 'horizonYear'],
    ['purpose'],
    ['vision'],
    ['processNote'],
    ['processSteps'],
    ['goals'],
    ['adoption', 'adoptionDate', 'adoptionYear'],
    ['implementationNote'],
    ['monitoring'],
    ['instruments'],
    ['project'],
    ['document'],
    ['supersedes'],
    ['follows'],
    ['afterlife'],
    ...recordRows,
    ['ref', 'slug'],
    scheduleRow,
  ],
  texts: {
    ...recordTexts,
    ...scheduleTexts,
    ...translationTexts,
    title: ['Title'],
    kind: ['Kind'],
    cities: ['Towns and regions', 'Whose strategy it is.'],
    challenges: ['Challenges', 'What it sets out to solve.'],
    period: ['Funding period', 'The EU period it was written for.'],
    yearFrom: ['From year'],
    yearTo: ['To year', 'Last year it is meant for.'],
    horizonYear: ['Looks to year', 'When it names a further horizon.'],
    purpose: ['Purpose', 'What it is for, in two sentences.'],
    vision: ['Vision', 'In its own words, if it has one.'],
    processNote: ['How it was made', 'Who took part, and when.'],
    processSteps: ['Steps', 'Shown as a strip: who took part in what.'],
    goals: ['Goals', 'Only those a source states.'],
    adoption: ['Adoption', 'How binding it became.'],
    adoptionYear: ['Year of adoption', 'For lists and filters.'],
    adoptionDate: ['Adopted on', 'As exact as known: 2014, 2014-09 or 2014-09-29.'],
    implementationNote: ['How it is carried out', 'Bodies, money, order of projects.'],
    monitoring: ['How it is followed', 'Who looks whether it is kept, and when.'],
    instruments: ['Task Force and Urban Center', 'Bodies that carry it on.'],
    project: ['Made in project', 'The framework project it came from.'],
    document: ['Document', 'The text itself.'],
    supersedes: ['Replaces', 'The strategy it formally replaced.'],
    follows: ['Comes after', 'An earlier one, without formally replacing it.'],
    afterlife: ['What came of it', 'Dated steps since, good and bad, with sources.'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};

const step: EditingModel = {
  uid: 'strategy.process-step',
  mainField: 'title',
  rows: [['title', 'when'], ['who'], ['level', 'weeks'], ['methodology']],
  texts: {
    title: ['What happened'],
    when: ['When', 'As the source says it, for example: autumn 2013.'],
    who: ['Who', 'Kinds of bodies that took part.'],
    level: ['Participation', 'How far people took part in this step.'],
    methodology: ['Methodology', 'If one of the platform was used.'],
    weeks: ['Weeks', 'How long it took.'],
  },
};

const goal: EditingModel = {
  uid: 'strategy.goal',
  mainField: 'title',
  rows: [['title'], ['text'], ['leipzig']],
  texts: {
    title: ['Goal'],
    text: ['Explanation', 'One sentence in our own words.'],
    leipzig: ['New Leipzig Charter', 'Dimensions of the charter.'],
  },
};

const afterlife: EditingModel = {
  uid: 'strategy.afterlife',
  mainField: 'date',
  rows: [['date'], ['note'], ['source', 'sourceUrl']],
  texts: {
    date: ['Date', 'As exact as known: 2014, 2014-09 or 2014-09-29.'],
    note: ['What happened'],
    source: ['Source', 'Where it is said.'],
    sourceUrl: ['Address of the source', 'Starts with https://'],
  },
};

export const strategyPartsEditing: readonly EditingModel[] = [step, goal, afterlife];
