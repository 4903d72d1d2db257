import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { body, choice, day, links, required, sources, text } from './fields.ts';
import { gatherTexts } from './localised.ts';

const row = z.object({
  documentId: required,
  locale: z.string().nullable(),
  ref: required,
  links,
  basis: choice,
  lastChecked: day,
  sources,
  translation: z
    .enum(['machine', 'reviewed'])
    .nullish()
    .transform((value) => value ?? null),
  key: required,
  title: text,
  lead: text,
  body,
  textState: choice,
});

export const pages = defineCollection({
  type: 'page',
  query: graphql(`
    query PageRows($filters: PageFiltersInput, $start: Int!, $limit: Int!) {
      rows: pages(
        locale: "*"
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        stamp: publishedAt
        locale
        ref
        links
        basis
        lastChecked
        sources {
          label
          url
          accessed
        }
        translation
        key
        title
        lead
        body
        textState
      }
      page: pages_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query PageVersions($start: Int!, $limit: Int!) {
      rows: pages(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: pages_connection(locale: "*") {
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
    slug: english.key,
    formerSlugs: [],
    links: {},
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    key: english.key,
    textState: english.textState,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      lead: row.lead,
      body: row.body,
    })),
  }),
});

export type Page = ReturnType<typeof pages.map>;
