import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  choice,
  choices,
  day,
  link,
  linkOf,
  links,
  linksAt,
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
  kind: required,
  period: choice,
  yearFrom: number,
  yearTo: number,
  horizonYear: number,
  purpose: text,
  vision: text,
  processNote: text,
  processSteps: z
    .array(z.object({ title: required, when: text, who: choices, level: choice, weeks: number }))
    .nullish()
    .transform((value) => value ?? []),
  goals: z
    .array(z.object({ title: required, text, leipzig: choices }))
    .nullish()
    .transform((value) => value ?? []),
  adoption: required,
  adoptionYear: number,
  adoptionDate: text,
  implementationNote: text,
  monitoring: text,
  afterlife: z
    .array(z.object({ date: required, note: required, source: text, sourceUrl: link }))
    .nullish()
    .transform((value) => value ?? []),
});

export const strategies = defineCollection({
  type: 'strategy',
  query: graphql(`
    query StrategyRows($filters: StrategyFiltersInput, $start: Int!, $limit: Int!) {
      rows: strategies(
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
        kind
        period
        yearFrom
        yearTo
        horizonYear
        purpose
        vision
        processNote
        processSteps {
          title
          when
          who
          level
          weeks
        }
        goals {
          title
          text
          leipzig
        }
        adoption
        adoptionYear
        adoptionDate
        implementationNote
        monitoring
        afterlife {
          date
          note
          source
          sourceUrl
        }
      }
      page: strategies_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query StrategyVersions($start: Int!, $limit: Int!) {
      rows: strategies(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: strategies_connection(locale: "*") {
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
      cities: linksOf(english.links, 'cities'),
      challenges: linksOf(english.links, 'challenges'),
      instruments: linksOf(english.links, 'instruments'),
      project: linksOf(english.links, 'project'),
      document: linksOf(english.links, 'document'),
      supersedes: linksOf(english.links, 'supersedes'),
      follows: linksOf(english.links, 'follows'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    kind: english.kind,
    period: english.period,
    yearFrom: english.yearFrom,
    yearTo: english.yearTo,
    horizonYear: english.horizonYear,
    adoption: english.adoption,
    adoptionYear: english.adoptionYear,
    adoptionDate: english.adoptionDate,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      purpose: row.purpose,
      vision: row.vision,
      processNote: row.processNote,
      processSteps: row.processSteps.map((step, index) => ({
        ...step,
        methodology: linkOf(linksAt(english.links, 'processSteps', index), 'methodology'),
      })),
      goals: row.goals,
      implementationNote: row.implementationNote,
      monitoring: row.monitoring,
      afterlife: row.afterlife,
    })),
  }),
});

export type Strategy = ReturnType<typeof strategies.map>;
