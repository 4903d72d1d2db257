import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  choice,
  choices,
  day,
  lines,
  links,
  linksOf,
  number,
  required,
  sources,
  text,
} from './fields.ts';
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
  title: text,
  summary: text,
  purpose: text,
  phases: choices,
  participationLevel: choice,
  steps: z
    .array(
      z.object({
        title: required,
        what: text,
        who: text,
        durationDays: number,
        output: text,
        tip: text,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
  groupSizeMin: number,
  groupSizeMax: number,
  groupSizeNote: text,
  minDays: number,
  costBand: choice,
  conflictSuitability: choice,
  digitalNeed: choice,
  skills: text,
  risks: text,
  figuresBasis: choice,
});

export const methodologies = defineCollection({
  type: 'methodology',
  query: graphql(`
    query MethodologyRows($filters: MethodologyFiltersInput, $start: Int!, $limit: Int!) {
      rows: methodologies(
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
        title
        summary
        purpose
        phases
        participationLevel
        steps {
          title
          what
          who
          durationDays
          output
          tip
        }
        groupSizeMin
        groupSizeMax
        groupSizeNote
        minDays
        costBand
        conflictSuitability
        digitalNeed
        skills
        risks
        figuresBasis
      }
      page: methodologies_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query MethodologyVersions($start: Int!, $limit: Int!) {
      rows: methodologies(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: methodologies_connection(locale: "*") {
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
      origin: linksOf(english.links, 'origin'),
      challenges: linksOf(english.links, 'challenges'),
      testedIn: linksOf(english.links, 'testedIn'),
      resources: linksOf(english.links, 'resources'),
      adaptedFrom: linksOf(english.links, 'adaptedFrom'),
      authors: linksOf(english.links, 'authors'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    phases: english.phases,
    participationLevel: english.participationLevel,
    groupSizeMin: english.groupSizeMin,
    groupSizeMax: english.groupSizeMax,
    minDays: english.minDays,
    costBand: english.costBand,
    conflictSuitability: english.conflictSuitability,
    digitalNeed: english.digitalNeed,
    figuresBasis: english.figuresBasis,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      summary: row.summary,
      purpose: row.purpose,
      steps: row.steps,
      groupSizeNote: row.groupSizeNote,
      skills: row.skills,
      risks: lines(row.risks),
    })),
  }),
});

export type Methodology = ReturnType<typeof methodologies.map>;
