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
  definition: text,
  synonyms: z
    .array(z.object({ language: required, terms: text }))
    .nullish()
    .transform((value) => value ?? []),
  sdg: choices,
  urbanAgenda: choices,
  leipzig: choices,
  order: number,
});

export const challenges = defineCollection({
  type: 'challenge',
  query: graphql(`
    query ChallengeRows($filters: ChallengeFiltersInput, $start: Int!, $limit: Int!) {
      rows: challenges(
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
        definition
        synonyms {
          language
          terms
        }
        sdg
        urbanAgenda
        leipzig
        order
      }
      page: challenges_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query ChallengeVersions($start: Int!, $limit: Int!) {
      rows: challenges(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: challenges_connection(locale: "*") {
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
      parent: linksOf(english.links, 'parent'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    synonyms: english.synonyms.map(({ language, terms }) => ({ language, terms: lines(terms) })),
    sdg: english.sdg,
    urbanAgenda: english.urbanAgenda,
    leipzig: english.leipzig,
    order: english.order,
    text: gatherTexts(english, others, (row) => ({
      title: row.title,
      definition: row.definition,
    })),
  }),
});

export type Challenge = ReturnType<typeof challenges.map>;
