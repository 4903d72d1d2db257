import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  choice,
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
  name: text,
  kind: required,
  summary: text,
  foundedYear: number,
  lifecycle: required,
  members: z
    .array(z.object({ name: text, role: choice, since: number, until: number }))
    .nullish()
    .transform((value) => value ?? []),
  howToJoin: text,
  website: link,
});

export const networks = defineCollection({
  type: 'network',
  query: graphql(`
    query NetworkRows($filters: NetworkFiltersInput, $start: Int!, $limit: Int!) {
      rows: networks(
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
        summary
        foundedYear
        lifecycle
        members {
          name
          role
          since
          until
        }
        howToJoin
        website
      }
      page: networks_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query NetworkVersions($start: Int!, $limit: Int!) {
      rows: networks(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: networks_connection(locale: "*") {
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
      coordinator: linksOf(english.links, 'coordinator'),
      challenges: linksOf(english.links, 'challenges'),
      project: linksOf(english.links, 'project'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    kind: english.kind,
    foundedYear: english.foundedYear,
    lifecycle: english.lifecycle,
    website: english.website,
    members: english.members.map((member, index) => ({
      ...member,
      city: linkOf(linksAt(english.links, 'members', index), 'city'),
    })),
    text: gatherTexts(english, others, (row) => ({
      name: row.name,
      summary: row.summary,
      howToJoin: row.howToJoin,
    })),
  }),
});

export type Network = ReturnType<typeof networks.map>;
