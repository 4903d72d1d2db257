import { instruments } from '../../collections/instruments.ts';
import { entryUrl } from '../../urls.ts';
import { choice, chosen, number, parts, text } from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const instrumentList = defineList({
  name: 'instruments',
  title: 'Task Forces and Urban Centers',
  description: 'Bodies that carry a strategy on: who sits in them, how they work, what is left.',
  collection: instruments,
  page: (instrument) => entryUrl('en', 'instrument', instrument.slug),
  texts: () => ({
    name: text('Name of the body.'),
    mandate: text('What it is there for.'),
    meetingRhythm: text('How often it meets.'),
    lastMeetingNote: text('What is known of its last meeting.'),
    openingHours: text('When its place is open.'),
    accessNote: text('How to get in, also with a wheelchair.'),
    funding: text('Who pays for it.'),
    activities: text('What it does.'),
    lessons: text('What was learned.'),
  }),
  fields: ({ one }) => ({
    slug,
    kind: chosen('instrumentKind', 'What kind of body it is.'),
    city: one('cities', 'Where it is.'),
    strategy: one('strategies', 'The strategy it carries on.'),
    setUpYear: number('Year it was set up.'),
    setUpOn: text('When it was set up, as far as known: a year, a month or a day.'),
    lifecycle: chosen('lifecycle', 'In what state it is.'),
    legalForm: choice('legalForm', 'Its legal form.'),
    composition: parts('Who sits in it.', {
      actorType: chosen('actorType', 'Kind of member.'),
      seats: number('How many seats.'),
    }),
    lastMeeting: text('When it last met, as far as known: a year, a month or a day.'),
    host: one('organisations', 'Who gives it a roof.'),
    address: text('Where its place is.'),
    latitude: number('Degrees north, WGS 84.'),
    longitude: number('Degrees east, WGS 84.'),
    charter: one('resources', 'Its rules.'),
    ...origin,
  }),
});
