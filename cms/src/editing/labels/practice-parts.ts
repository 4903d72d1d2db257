import type { EditingModel } from '../editing-model';

const step: EditingModel = {
  uid: 'practice.process-step',
  mainField: 'title',
  rows: [['title'], ['who'], ['level', 'weeks'], ['methodology']],
  texts: {
    title: ['What happened'],
    who: ['Who', 'Kinds of bodies that took part.'],
    level: ['Participation', 'How far people took part in this step.'],
    methodology: ['Methodology', 'If one of the platform was used.'],
    weeks: ['Weeks', 'How long it took.'],
  },
};

const actor: EditingModel = {
  uid: 'practice.actor',
  mainField: 'type',
  rows: [['type', 'role']],
  texts: { type: ['Kind of body'], role: ['Role', 'What it did.'] },
};

const costCard: EditingModel = {
  uid: 'practice.cost-card',
  mainField: 'fundingSource',
  rows: [
    ['costBand', 'staffDays', 'months'],
    ['roles', 'fundingSource', 'outsideHelp'],
  ],
  texts: {
    costBand: ['Cost', 'All money spent, in euro.'],
    staffDays: ['Days of staff', 'Working days of all people together.'],
    months: ['Months', 'From the start to the result.'],
    roles: ['Who is needed', 'For example: a coordinator two days a week.'],
    outsideHelp: ['Outside help', 'Paid experts or volunteers from elsewhere.'],
    fundingSource: ['Paid by', 'Programme, budget or donor.'],
  },
};

const indicator: EditingModel = {
  uid: 'practice.indicator',
  mainField: 'name',
  rows: [['name'], ['before', 'after', 'unit', 'year'], ['source', 'sourceUrl']],
  texts: {
    name: ['What was measured'],
    before: ['Before', 'As the source writes it.'],
    after: ['After', 'As the source writes it.'],
    unit: ['Unit', 'For example: people, tonnes, per cent.'],
    year: ['Year'],
    source: ['Source', 'Who measured it.'],
    sourceUrl: ['Address of the source', 'Starts with https://'],
  },
};

const buildingBlock: EditingModel = {
  uid: 'practice.building-block',
  mainField: 'title',
  rows: [['title'], ['what'], ['enablingFactors', 'lesson']],
  texts: {
    title: ['Title'],
    what: ['What it is', 'So that another town could take it over.'],
    enablingFactors: ['What makes it work', 'Without which it would fail.'],
    lesson: ['Lesson', 'What was learned.'],
  },
};

const image: EditingModel = {
  uid: 'practice.image',
  mainField: 'alt',
  rows: [
    ['file', 'alt'],
    ['credit', 'consent'],
  ],
  texts: {
    file: ['Image'],
    alt: ['Description', 'What one sees, for people who cannot see it.'],
    credit: ['Credit', 'Who took it.'],
    consent: ['People agreed', 'Everybody who can be recognised has agreed.'],
  },
};

const document: EditingModel = {
  uid: 'practice.document',
  mainField: 'title',
  rows: [['file', 'title']],
  texts: { file: ['File', 'PDF, at most 10 MB.'], title: ['Title'] },
};

const translation: EditingModel = {
  uid: 'practice.translation',
  mainField: 'title',
  rows: [['language', 'by'], ['title'], ['oneLine'], ['summary']],
  texts: {
    language: ['Language'],
    title: ['Title'],
    oneLine: ['In one sentence', 'Translation of the sentence above.'],
    summary: ['Summary', 'Translation of the summary above.'],
    by: ['Translated', 'Machine translations are marked on the site.'],
  },
};

const reviewNote: EditingModel = {
  uid: 'practice.review-note',
  mainField: 'role',
  rows: [['checkedHow', 'role', 'date']],
  texts: {
    checkedHow: ['Checked'],
    role: ['By', 'A role such as curator, no name.'],
    date: ['On'],
  },
};

export const practicePartsEditing: readonly EditingModel[] = [
  step,
  actor,
  costCard,
  indicator,
  buildingBlock,
  image,
  document,
  translation,
  reviewNote,
];
