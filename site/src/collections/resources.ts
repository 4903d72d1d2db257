import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  choice,
  choices,
  day,
  link,
  links,
  linksOf,
  number,
  required,
  sources,
  text,
  upload,
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
  languages: choices,
  year: number,
  authors: text,
  url: link,
  pages: number,
  licence: choice,
  accessibility: choice,
  isbn: text,
  doi: text,
  description: text,
  checkedOn: day,
  file: upload,
});

export const resources = defineCollection({
  type: 'resource',
  query: graphql(`
    query ResourceRows($filters: ResourceFiltersInput, $start: Int!, $limit: Int!) {
      rows: resources(
        locale: "*"
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        stamp: updatedAt
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
        languages
        year
        authors
        url
        pages
        licence
        accessibility
        isbn
        doi
        description
        checkedOn
        file {
          url
          hash
          ext
          updatedAt
          size
        }
      }
      page: resources_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query ResourceVersions($start: Int!, $limit: Int!) {
      rows: resources(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: updatedAt
      }
      page: resources_connection(locale: "*") {
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
      publisher: linksOf(english.links, 'publisher'),
      cities: linksOf(english.links, 'cities'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    kind: english.kind,
    languages: english.languages,
    year: english.year,
    authors: english.authors,
    url: english.url,
    pages: english.pages,
    licence: english.licence,
    accessibility: english.accessibility,
    isbn: english.isbn,
    doi: english.doi,
    checkedOn: english.checkedOn,
    file: english.file,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      description: row.description,
    })),
  }),
});

export type Resource = ReturnType<typeof resources.map>;
