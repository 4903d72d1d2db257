import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  body,
  choice,
  day,
  links,
  linksOf,
  money,
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
  acronym: text,
  kind: required,
  summary: text,
  body,
  programme: text,
  period: choice,
  code: text,
  startYear: number,
  endYear: number,
  startDate: text,
  endDate: text,
  lifecycle: required,
  outcomeNote: text,
  outcomeCheckedOn: day,
  evidence: choice,
  budgetEur: money,
  budgetAmount: money,
  budgetCurrency: text,
  budgetNote: text,
  budgetBand: choice,
  statusAgenda: choice,
});

export const projects = defineCollection({
  type: 'project',
  query: graphql(`
    query ProjectRows($filters: ProjectFiltersInput, $start: Int!, $limit: Int!) {
      rows: projects(
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
        acronym
        kind
        summary
        body
        programme
        period
        code
        startYear
        endYear
        startDate
        endDate
        lifecycle
        outcomeNote
        outcomeCheckedOn
        evidence
        budgetEur
        budgetAmount
        budgetCurrency
        budgetNote
        budgetBand
        statusAgenda
      }
      page: projects_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query ProjectVersions($start: Int!, $limit: Int!) {
      rows: projects(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: projects_connection(locale: "*") {
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
      lead: linksOf(english.links, 'lead'),
      partners: linksOf(english.links, 'partners'),
      cities: linksOf(english.links, 'cities'),
      strategy: linksOf(english.links, 'strategy'),
      challenges: linksOf(english.links, 'challenges'),
      resources: linksOf(english.links, 'resources'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    acronym: english.acronym,
    kind: english.kind,
    programme: english.programme,
    period: english.period,
    code: english.code,
    startYear: english.startYear,
    endYear: english.endYear,
    startDate: english.startDate,
    endDate: english.endDate,
    lifecycle: english.lifecycle,
    outcomeCheckedOn: english.outcomeCheckedOn,
    evidence: english.evidence,
    budgetEur: english.budgetEur,
    budgetAmount: english.budgetAmount,
    budgetCurrency: english.budgetCurrency,
    budgetBand: english.budgetBand,
    statusAgenda: english.statusAgenda,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      summary: row.summary,
      body: row.body,
      outcomeNote: row.outcomeNote,
      budgetNote: row.budgetNote,
    })),
  }),
});

export type Project = ReturnType<typeof projects.map>;
