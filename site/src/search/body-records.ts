import { cities } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { networks } from '../collections/networks.ts';
import { organisations } from '../collections/organisations.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { challengeFacet, yearFacet } from '../views/list-facets.ts';
import { localisedRecords } from './localised-records.ts';
import { pathOf } from './path.ts';
import { anyLanguage, type SearchRecord } from './record.ts';
import { said } from './said.ts';

const instrumentRecords = localisedRecords({
  type: 'instrument',
  collection: instruments,
  path: ({ slug }) => pathOf('instrument', slug),
  texts: ({ text }) => text,
  title: ({ name }) => name,
  line: ({ mandate, activities }) => mandate ?? activities,
  body: ({ meetingRhythm, lastMeetingNote, accessNote, funding, activities, lessons }) => [
    meetingRhythm,
    lastMeetingNote,
    accessNote,
    funding,
    activities,
    lessons,
  ],
  also: ({ address, links }, snapshot) =>
    said(anyLanguage, [
      address,
      ...snapshot.linked(organisations, links.host).map(({ name }) => name),
    ]),
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.city),
  facets: ({ lifecycle, setUpYear }) => ({
    lifecycle: [lifecycle],
    year: yearFacet(setUpYear, setUpYear),
  }),
});

const networkRecords = localisedRecords({
  type: 'network',
  collection: networks,
  path: ({ slug }) => pathOf('network', slug),
  texts: ({ text }) => text,
  title: ({ name }) => name,
  line: ({ summary }) => summary,
  body: ({ howToJoin }) => [howToJoin],
  also: ({ members }) =>
    said(
      anyLanguage,
      members.map(({ name }) => name),
    ),
  towns: ({ members }, snapshot) =>
    snapshot.linked(
      cities,
      members.flatMap(({ city }) => city ?? []),
    ),
  facets: ({ links, lifecycle, foundedYear }, snapshot) => ({
    challenge: challengeFacet(snapshot, links.challenges),
    lifecycle: [lifecycle],
    year: yearFacet(foundedYear, foundedYear),
  }),
});

/** Bodies that towns set up, alone and together. */
export function bodyRecords(snapshot: Snapshot): SearchRecord[] {
  return [...instrumentRecords(snapshot), ...networkRecords(snapshot)];
}
