import { practices } from '../../collections/practices.ts';
import { entryUrl } from '../../urls.ts';
import { choice, choices, chosen, day, flag, number, text, words } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';
import { practiceParts } from './practice-parts.ts';

export const practiceList = defineList({
  name: 'practices',
  title: 'Practices',
  description:
    'What towns did, what it took and what came of it, told by those who did it. Each text is in the language of its author.',
  collection: practices,
  page: (practice) => entryUrl('en', 'practice', practice.slug),
  fields: (reader) => ({
    slug,
    title: words('Title, in the original language.'),
    oneLine: words('The practice in one line.'),
    summary: text('The practice in a few sentences.'),
    originalLanguage: chosen('language', 'Language of its texts.'),
    sourceLanguages: choices('language', 'Languages of its sources.'),
    form: chosen('practiceForm', 'Told in the short or the full form.'),
    context: text('How things were before.'),
    problem: text('What was wrong.'),
    actions: text('What was done.'),
    results: text('What came of it.'),
    wentWrong: text('What went wrong.'),
    wouldDoDifferently: text('What they would do in another way.'),
    transferNeeds: text('What another town needs to try it.'),
    legalBasis: text('The law it rests on.'),
    groupsReached: choices('socialGroup', 'Groups of people that were reached.'),
    participants: number('How many people took part.'),
    participationLevel: choice(
      'participationLevel',
      'How far people took part (names after the IAP2 spectrum).',
    ),
    evidence: choice(
      'evidenceGrade',
      'What the results rest on: a independent evaluation, b measured data, c documents, d own statement.',
    ),
    ...practiceParts(reader),
    lifecycle: chosen('lifecycle', 'In what state it is.'),
    stillAliveCheckedOn: day('Day on which those who did it were last asked.'),
    startYear: number('Year it began.'),
    endYear: number('Year it ended.'),
    organisationName: text('Who did it, as they name themselves.'),
    organisation: reader.one('organisations', 'Who did it.'),
    latitude: number('Degrees north of its own spot, WGS 84.'),
    longitude: number('Degrees east of its own spot, WGS 84.'),
    cities: reader.many('cities', 'Where it took place.'),
    challenges: reader.many('challenges', 'What it answers to, the most important first.'),
    methodologies: reader.many('methodologies', 'Methods used.'),
    instruments: reader.many('instruments', 'Task Forces and Urban Centers that took part.'),
    project: reader.one('projects', 'The project it was part of.'),
    resources: reader.many('resources', 'Documents about it.'),
    adaptedFrom: reader.one('practices', 'The practice it was made from.'),
    adaptedFromNote: text('What it was made from, when that is no practice here.'),
    contactable: flag('Those who told it can be written to through the platform.'),
    licence: choice('licence', 'What others may do with it.'),
    ...origin,
  }),
});
