import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { choice, day, link, links, linksOf, required, sources, text } from './fields.ts';

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
  name: required,
  localName: text,
  actorType: required,
  country: required,
  website: link,
  shortBio: text,
  statusRole: choice,
});

export const organisations = defineCollection({
  type: 'organisation',
  query: graphql(`
    query OrganisationRows($filters: OrganisationFiltersInput, $start: Int!, $limit: Int!) {
      rows: organisations(
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc"]
      ) {
        documentId
        stamp: updatedAt
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
        name
        localName
        actorType
        country
        website
        shortBio
        statusRole
      }
      page: organisations_connection(filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query OrganisationVersions($start: Int!, $limit: Int!) {
      rows: organisations(pagination: { start: $start, limit: $limit }, sort: ["documentId:asc"]) {
        documentId
        stamp: updatedAt
      }
      page: organisations_connection {
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
      city: linksOf(english.links, 'city'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
  }),
});

export type Organisation = ReturnType<typeof organisations.map>;
