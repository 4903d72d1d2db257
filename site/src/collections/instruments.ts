import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { choice, day, links, linksOf, number, required, sources, text } from './fields.ts';
import { gatherTexts } from './localised.ts';

const row = z.object({
  documentId: required,
  locale: z.string().nullable(),
  ref: required,
  slug: required,
  formerSlugs: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  links,
  basis: choice,
  lastChecked: day,
  sources,
  translation: z
    .enum(['machine', 'reviewed'])
    .nullish()
    .transform((value) => value ?? null),
  name: text,
  kind: required,
  setUpYear: number,
  setUpOn: text,
  lifecycle: required,
  legalForm: choice,
  mandate: text,
  composition: z
    .array(z.object({ actorType: required, seats: number }))
    .nullish()
    .transform((value) => value ?? []),
  meetingRhythm: text,
  lastMeeting: text,
  lastMeetingNote: text,
  address: text,
  latitude: number,
  longitude: number,
  openingHours: text,
  accessNote: text,
  funding: text,
  activities: text,
  lessons: text,
});

export const instruments = defineCollection({
  type: 'instrument',
  query: graphql(`
    query InstrumentRows($filters: InstrumentFiltersInput, $start: Int!, $limit: Int!) {
      rows: instruments(
        locale: "*"
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        stamp: publishedAt
        locale
        ref
        slug
        formerSlugs
        links
        basis
        lastChecked
        sources {
          label
          url
          accessed
        }
        translation
        name
        kind
        setUpYear
        setUpOn
        lifecycle
        legalForm
        mandate
        composition {
          actorType
          seats
        }
        meetingRhythm
        lastMeeting
        lastMeetingNote
        address
        latitude
        longitude
        openingHours
        accessNote
        funding
        activities
        lessons
      }
      page: instruments_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query InstrumentVersions($start: Int!, $limit: Int!) {
      rows: instruments(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: instruments_connection(locale: "*") {
        pageInfo {
          total
        }
      }
    }
  `),
  row,
  map: (english, others) => ({
    id: english.documentId,
    ref: english.ref,
    slug: english.slug,
    formerSlugs: english.formerSlugs,
    links: {
      city: linksOf(english.links, 'city'),
      strategy: linksOf(english.links, 'strategy'),
      host: linksOf(english.links, 'host'),
      charter: linksOf(english.links, 'charter'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    kind: english.kind,
    setUpYear: english.setUpYear,
    setUpOn: english.setUpOn,
    lifecycle: english.lifecycle,
    legalForm: english.legalForm,
    composition: english.composition,
    lastMeeting: english.lastMeeting,
    address: english.address,
    latitude: english.latitude,
    longitude: english.longitude,
    text: gatherTexts(english, others, (row) => ({
      name: row.name,
      mandate: row.mandate,
      meetingRhythm: row.meetingRhythm,
      lastMeetingNote: row.lastMeetingNote,
      openingHours: row.openingHours,
      accessNote: row.accessNote,
      funding: row.funding,
      activities: row.activities,
      lessons: row.lessons,
    })),
  }),
});

export type Instrument = ReturnType<typeof instruments.map>;
