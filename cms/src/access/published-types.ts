import type { UID } from '@strapi/strapi';

/** Everything that the site shows: what the build may read, over GraphQL, once it is published. */
export const PUBLISHED_TYPES = [
  'api::adaptation.adaptation',
  'api::challenge.challenge',
  'api::city.city',
  'api::glossary-term.glossary-term',
  'api::instrument.instrument',
  'api::methodology.methodology',
  'api::network.network',
  'api::news-item.news-item',
  'api::notice.notice',
  'api::organisation.organisation',
  'api::page.page',
  'api::practice.practice',
  'api::project.project',
  'api::resource.resource',
  'api::strategy.strategy',
] as const satisfies UID.ContentType[];
