import { z } from 'zod';
import { graphql } from '../cms/graphql.ts';
import { defineCollection } from './collection.ts';
import {
  body,
  choice,
  choices,
  day,
  flag,
  image,
  lines,
  link,
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
  name: text,
  localName: text,
  latinName: text,
  otherNames: text,
  kind: required,
  country: required,
  regionCode: text,
  latitude: number,
  longitude: number,
  population: z
    .object({ value: z.number(), year: number, scope: text, source: text })
    .nullish()
    .transform((value) => value ?? null),
  traits: choices,
  summary: text,
  profile: body,
  website: link,
  statusPartner: flag,
  statusRole: text,
  image,
  imageAlt: text,
  imageCredit: text,
  challengesBasis: choice,
});

export const cities = defineCollection({
  type: 'city',
  query: graphql(`
    query CityRows($filters: CityFiltersInput, $start: Int!, $limit: Int!) {
      rows: cities(
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
        localName
        latinName
        otherNames
        kind
        country
        regionCode
        latitude
        longitude
        population {
          value
          year
          scope
          source
        }
        traits
        summary
        profile
        website
        statusPartner
        statusRole
        image {
          url
          hash
          updatedAt
        }
        imageAlt
        imageCredit
        challengesBasis
      }
      page: cities_connection(locale: "*", filters: $filters) {
        pageInfo {
          total
        }
      }
    }
  `),
  versions: graphql(`
    query CityVersions($start: Int!, $limit: Int!) {
      rows: cities(
        locale: "*"
        pagination: { start: $start, limit: $limit }
        sort: ["documentId:asc", "locale:asc"]
      ) {
        documentId
        locale
        stamp: publishedAt
      }
      page: cities_connection(locale: "*") {
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
      challenges: linksOf(english.links, 'challenges'),
      members: linksOf(english.links, 'members'),
    },
    basis: english.basis,
    lastChecked: english.lastChecked,
    sources: english.sources,
    localName: english.localName,
    latinName: english.latinName,
    otherNames: lines(english.otherNames),
    kind: english.kind,
    country: english.country,
    regionCode: english.regionCode,
    latitude: english.latitude,
    longitude: english.longitude,
    population: english.population,
    traits: english.traits,
    website: english.website,
    statusPartner: english.statusPartner,
    statusRole: english.statusRole,
    image: english.image,
    imageCredit: english.imageCredit,
    challengesBasis: english.challengesBasis,
    text: gatherTexts(english, others, (row) => ({
      name: row.name,
      summary: row.summary,
      profile: row.profile,
      imageAlt: row.imageAlt,
    })),
  }),
});

export type City = ReturnType<typeof cities.map>;
