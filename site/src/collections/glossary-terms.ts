import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { choice, day, links, linksOf, required, sources, text } from './fields.ts';
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
  concept: text,
  group: choice,
  definition: text,
  nationalTerms: z
    .array(
      z.object({
        language: required,
        country: choice,
        term: required,
        abbreviation: text,
        note: text,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
});

export const glossaryTerms = defineCollection({
  type: 'glossary-term',
  query: graphql(`
    query GlossaryTermRows($filters: GlossaryTermFiltersInput, $start: Int!, $limit: Int!) {
      rows: glossaryTerms(
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
        concept
        group
        definition
        nationalTerms {
          language
          country
          term
          abbreviation
          note
        }
      }
      page: glossaryTerms_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query GlossaryTermVersions($start: Int!, $limit: Int!) {
      rows: glossaryTerms(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: updatedAt
      }
      page: glossaryTerms_connection(locale: "*") {
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
      related: linksOf(english.links, 'related'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    group: english.group,
    nationalTerms: english.nationalTerms,
    text: gatherTexts(english, others, (row) => ({
      concept: row.concept,
      definition: row.definition,
    })),
  }),
});

export type GlossaryTerm = ReturnType<typeof glossaryTerms.map>;
