import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  choice,
  choices,
  day,
  flag,
  image,
  link,
  linkOf,
  links,
  linksAt,
  linksOf,
  maybe,
  number,
  required,
  sources,
  text,
  upload,
} from './fields.ts';

const row = z.object({
  documentId: required,
  locale: z.null().default(null),
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
  title: required,
  oneLine: required,
  summary: text,
  originalLanguage: required,
  sourceLanguages: choices,
  translations: z
    .array(
      z.object({
        language: required,
        title: required,
        oneLine: required,
        summary: text,
        by: required,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
  form: required,
  suggestedChallenge: text,
  context: text,
  problem: text,
  actions: text,
  processSteps: z
    .array(z.object({ title: required, who: choices, level: choice, weeks: number }))
    .nullish()
    .transform((value) => value ?? []),
  actors: z
    .array(z.object({ type: required, role: text }))
    .nullish()
    .transform((value) => value ?? []),
  groupsReached: choices,
  participants: number,
  participationLevel: choice,
  costCard: z
    .object({
      staffDays: number,
      costBand: choice,
      months: number,
      roles: text,
      outsideHelp: maybe,
      fundingSource: text,
    })
    .nullish()
    .transform((value) => value ?? null),
  results: text,
  evidence: choice,
  indicators: z
    .array(
      z.object({
        name: required,
        before: text,
        after: text,
        unit: text,
        year: number,
        source: text,
        sourceUrl: link,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
  buildingBlocks: z
    .array(z.object({ title: required, what: text, enablingFactors: text, lesson: text }))
    .nullish()
    .transform((value) => value ?? []),
  wentWrong: text,
  wouldDoDifferently: text,
  transferNeeds: text,
  legalBasis: text,
  lifecycle: required,
  stillAliveCheckedOn: day,
  startYear: number,
  endYear: number,
  organisationName: text,
  adaptedFromNote: text,
  images: z
    .array(z.object({ alt: text, credit: text, file: image }))
    .nullish()
    .transform((value) => value ?? []),
  documents: z
    .array(z.object({ title: required, file: upload }))
    .nullish()
    .transform((value) => value ?? []),
  latitude: number,
  longitude: number,
  authorCredit: text,
  contactable: flag,
  licence: choice,
  reviewNote: z
    .object({ checkedHow: required, role: text, date: day })
    .nullish()
    .transform((value) => value ?? null),
  hidden: flag,
});

// What an editor has hidden never leaves the CMS. In SQL an empty `hidden` is not unequal to true,
// so it is asked for by name.
export const practices = defineCollection({
  type: 'practice',
  query: graphql(`
    query PracticeRows($filters: PracticeFiltersInput = {}, $start: Int!, $limit: Int!) {
      rows: practices(
        filters: { and: [$filters, { or: [{ hidden: { ne: true } }, { hidden: { null: true } }] }] }
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc"]
      ) {
        documentId
        stamp: publishedAt
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
        title
        oneLine
        summary
        originalLanguage
        sourceLanguages
        translations {
          language
          title
          oneLine
          summary
          by
        }
        form
        suggestedChallenge
        context
        problem
        actions
        processSteps {
          title
          who
          level
          weeks
        }
        actors {
          type
          role
        }
        groupsReached
        participants
        participationLevel
        costCard {
          staffDays
          costBand
          months
          roles
          outsideHelp
          fundingSource
        }
        results
        evidence
        indicators {
          name
          before
          after
          unit
          year
          source
          sourceUrl
        }
        buildingBlocks {
          title
          what
          enablingFactors
          lesson
        }
        wentWrong
        wouldDoDifferently
        transferNeeds
        legalBasis
        lifecycle
        stillAliveCheckedOn
        startYear
        endYear
        organisationName
        adaptedFromNote
        images {
          alt
          credit
          file {
            url
            hash
            updatedAt
          }
        }
        documents {
          title
          file {
            url
            hash
            ext
            updatedAt
            size
          }
        }
        latitude
        longitude
        authorCredit
        contactable
        licence
        reviewNote {
          checkedHow
          role
          date
        }
        hidden
      }
      page: practices_connection(
        filters: { and: [$filters, { or: [{ hidden: { ne: true } }, { hidden: { null: true } }] }] }
      ) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query PracticeVersions($start: Int!, $limit: Int!) {
      rows: practices(
        filters: { or: [{ hidden: { ne: true } }, { hidden: { null: true } }] }
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc"]
      ) {
        documentId
        stamp: publishedAt
      }
      page: practices_connection(
        filters: { or: [{ hidden: { ne: true } }, { hidden: { null: true } }] }
      ) {
        pageInfo {
          total
        }
      }
    }
  `),
  row,
  map: (english) => ({
    ...english,
    id: english.documentId,
    ref: english.ref,
    slug: english.slug,
    formerSlugs: english.formerSlugs,
    links: {
      cities: linksOf(english.links, 'cities'),
      challenges: linksOf(english.links, 'challenges'),
      methodologies: linksOf(english.links, 'methodologies'),
      instruments: linksOf(english.links, 'instruments'),
      project: linksOf(english.links, 'project'),
      organisation: linksOf(english.links, 'organisation'),
      resources: linksOf(english.links, 'resources'),
      adaptedFrom: linksOf(english.links, 'adaptedFrom'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    processSteps: english.processSteps.map((step, index) => ({
      ...step,
      methodology: linkOf(linksAt(english.links, 'processSteps', index), 'methodology'),
    })),
  }),
});

export type Practice = ReturnType<typeof practices.map>;
