import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { links, linksOf, required } from './fields.ts';

const row = z.object({
  documentId: required,
  locale: z.null().default(null),
  ref: required,
  links,
  year: z.number(),
  whatChanged: required,
  whatHappened: required,
});

export const adaptations = defineCollection({
  type: 'adaptation',
  query: graphql(`
    query AdaptationRows($filters: AdaptationFiltersInput, $start: Int!, $limit: Int!) {
      rows: adaptations(
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc"]
      ) {
        documentId
        stamp: publishedAt
        ref
        links
        year
        whatChanged
        whatHappened
      }
      page: adaptations_connection(filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query AdaptationVersions($start: Int!, $limit: Int!) {
      rows: adaptations(pagination: { start: $start, limit: $limit }, sort: ["documentId:asc"]) {
        documentId
        stamp: publishedAt
      }
      page: adaptations_connection {
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
    slug: english.ref.toLowerCase(),
    formerSlugs: [],
    links: {
      practice: linksOf(english.links, 'practice'),
      methodology: linksOf(english.links, 'methodology'),
      city: linksOf(english.links, 'city'),
    },
  }),
});

export type Adaptation = ReturnType<typeof adaptations.map>;
