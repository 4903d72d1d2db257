import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { body, choice, day, links, linksOf, required, sources, text } from './fields.ts';
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
  date: z.iso.date(),
  dateText: text,
  summary: text,
  body,
});

export const newsItems = defineCollection({
  type: 'news-item',
  query: graphql(`
    query NewsItemRows($filters: NewsItemFiltersInput, $start: Int!, $limit: Int!) {
      rows: newsItems(
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
        date
        dateText
        summary
        body
      }
      page: newsItems_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query NewsItemVersions($start: Int!, $limit: Int!) {
      rows: newsItems(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: newsItems_connection(locale: "*") {
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
      project: linksOf(english.links, 'project'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    date: english.date,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      dateText: row.dateText,
      summary: row.summary,
      body: row.body,
    })),
  }),
});

export type NewsItem = ReturnType<typeof newsItems.map>;
