import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import { day, links, linksOf, required } from './fields.ts';

const row = z.object({
  documentId: required,
  locale: z.null().default(null),
  ref: required,
  links,
  kind: required,
  text: required,
  expiresOn: day,
});

export const notices = defineCollection({
  type: 'notice',
  query: graphql(`
    query NoticeRows($filters: NoticeFiltersInput, $start: Int!, $limit: Int!) {
      rows: notices(
        filters: $filters
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc"]
      ) {
        documentId
        stamp: publishedAt
        ref
        links
        kind
        text
        expiresOn
      }
      page: notices_connection(filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query NoticeVersions($start: Int!, $limit: Int!) {
      rows: notices(pagination: { start: $start, limit: $limit }, sort: ["documentId:asc"]) {
        documentId
        stamp: publishedAt
      }
      page: notices_connection {
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
      city: linksOf(english.links, 'city'),
      challenge: linksOf(english.links, 'challenge'),
    },
  }),
});
