/** Towns and practices as points for a map (RFC 7946). */
import { z } from 'zod';
import { cities } from '../collections/cities.ts';
import { practices } from '../collections/practices.ts';
import { absoluteUrl, entryUrl } from '../urls.ts';
import { choice, chosen, flag, number, text, words } from './fields.ts';
import { createReader } from './reader.ts';
import type { Source } from './source.ts';

export type Layer = {
  /** Name of the file without ending. */
  readonly name: string;
  readonly title: string;
  readonly schema: (source: Source) => z.ZodType;
  readonly collection: (source: Source) => unknown;
};

type Spot = { readonly latitude: number | null; readonly longitude: number | null };
type Properties = { readonly ref: string; readonly [name: string]: unknown };

const point = z
  .object({
    type: z.literal('Point').describe('Kind of geometry.'),
    coordinates: z.tuple([z.number(), z.number()]).describe('Degrees east, degrees north, WGS 84.'),
  })
  .nullable()
  .describe('Where it is; null when that is not known.');

const ref = words('Permanent public id, as in the list of the same name.');
const url = z.url().describe('Page that shows the record.');

export const cityLayer: Layer = {
  name: 'cities',
  title: 'Cities and regions on the map',
  schema: () =>
    featureCollection({
      ref,
      url,
      name: text('Name in English.'),
      localName: text('Name in the language and script of the place.'),
      country: chosen('country', 'ISO 3166-1 alpha-2, and XK for Kosovo*.'),
      kind: chosen('cityKind', 'What kind of territory it is.'),
      population: number('How many people live there.'),
      statusPartner: flag('It was one of the ten territorial partners of STATUS.'),
    }),
  collection: ({ snapshot, site }) => ({
    type: 'FeatureCollection',
    features: snapshot.all(cities).map((city) =>
      feature(city, {
        ref: city.ref,
        url: absoluteUrl(site, entryUrl('en', 'city', city.slug)),
        name: city.text.en.name,
        localName: city.localName,
        country: city.country,
        kind: city.kind,
        population: city.population?.value ?? null,
        statusPartner: city.statusPartner,
      }),
    ),
  }),
};

export const practiceLayer: Layer = {
  name: 'practices',
  title: 'Practices on the map',
  schema: (source) =>
    featureCollection({
      ref,
      url,
      title: words('Title, in the original language.'),
      oneLine: words('The practice in one line.'),
      originalLanguage: chosen('language', 'Language of its texts.'),
      lifecycle: chosen('lifecycle', 'In what state it is.'),
      costBand: choice('costBand', 'What it cost, in euro.'),
      startYear: number('Year it began.'),
      cities: createReader(source).many('cities', 'Where it took place.'),
      challenges: createReader(source).many('challenges', 'What it answers to.'),
      placedBy: z
        .enum(['practice', 'city'])
        .nullable()
        .describe('Whether the point is its own or that of its first town; null without a point.'),
    }),
  collection: ({ snapshot, site }) => ({
    type: 'FeatureCollection',
    features: snapshot.all(practices).map((practice) => {
      const [town] = snapshot.linked(cities, practice.links.cities);
      const placed = [practice, town].find((spot) => spot !== undefined && isPlaced(spot));
      return feature(placed ?? practice, {
        ref: practice.ref,
        url: absoluteUrl(site, entryUrl('en', 'practice', practice.slug)),
        title: practice.title,
        oneLine: practice.oneLine,
        originalLanguage: practice.originalLanguage,
        lifecycle: practice.lifecycle,
        costBand: practice.costCard?.costBand ?? null,
        startYear: practice.startYear,
        cities: practice.links.cities,
        challenges: practice.links.challenges,
        placedBy: placed === undefined ? null : placed === practice ? 'practice' : 'city',
      });
    }),
  }),
};

function featureCollection(properties: z.ZodRawShape): z.ZodType {
  return z.object({
    type: z.literal('FeatureCollection').describe('Always FeatureCollection.'),
    features: z
      .array(
        z.object({
          type: z.literal('Feature').describe('Always Feature.'),
          id: ref,
          geometry: point,
          properties: z.object(properties).describe('What is known of it.'),
        }),
      )
      .describe('One feature per record.'),
  });
}

function feature(spot: Spot, properties: Properties): unknown {
  const { latitude, longitude } = spot;
  return {
    type: 'Feature',
    id: properties.ref,
    geometry: isPlaced(spot) ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties,
  };
}

function isPlaced({ latitude, longitude }: Spot): boolean {
  return latitude !== null && longitude !== null;
}
