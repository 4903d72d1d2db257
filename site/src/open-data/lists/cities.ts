import { cities } from '../../collections/cities.ts';
import { reasonText } from '../../views/peer-text.ts';
import { peersOf } from '../../views/peers.ts';
import { entryUrl } from '../../urls.ts';
import {
  address,
  body,
  choice,
  choices,
  chosen,
  flag,
  number,
  part,
  parts,
  refPattern,
  text,
  texts,
  words,
} from '../fields.ts';
import { defineList, slug } from '../list.ts';
import { origin } from '../origin.ts';

export const cityList = defineList({
  name: 'cities',
  title: 'Cities and regions',
  description: 'Towns, provinces, regions and associations of South East Europe, with their peers.',
  collection: cities,
  page: (city) => entryUrl('en', 'city', city.slug),
  texts: () => ({
    name: text('Name in English.'),
    summary: text('What kind of place it is, in a few sentences.'),
    profile: body('The place, its problems and its planning, at length.'),
    imageAlt: text('What the picture shows.'),
  }),
  fields: ({ many, picture }) => ({
    slug,
    localName: text('Name in the language and script of the place.'),
    latinName: text('Local name in Latin script.'),
    otherNames: texts('Other names in use.'),
    kind: chosen('cityKind', 'What kind of territory it is.'),
    country: chosen('country', 'ISO 3166-1 alpha-2, and XK for Kosovo*.'),
    regionCode: text('NUTS 3 code, or ISO 3166-2 where there is none.'),
    latitude: number('Degrees north, WGS 84.'),
    longitude: number('Degrees east, WGS 84.'),
    population: part('People who live there.', {
      value: number('How many.'),
      year: number('Year of the figure.'),
      scope: text('What is counted: the city, the municipality, the province.'),
      source: text('Who says so.'),
    }),
    traits: choices('cityTrait', 'What marks the place.'),
    website: address('Its own website.'),
    statusPartner: flag('It was one of the ten territorial partners of STATUS.'),
    statusRole: text('Its role in STATUS.'),
    image: picture('Address of a picture of the place.'),
    imageCredit: text('Who is to be named with the picture.'),
    challenges: many('challenges', 'What it faces, the most important first.'),
    challengesBasis: choice('basis', 'What the choice of challenges rests on.'),
    members: many('cities', 'Members, when it is an association.'),
    peers: parts('Towns most like it, the likest first, computed from this data.', {
      ref: words('The town. A ref in cities.json.').regex(refPattern),
      score: number('Likeness from 0 to 100. What is not known of a town is never a likeness.'),
      reasons: texts('Why, in words.'),
    }),
    ...origin,
  }),
  derive: (city, { snapshot }) => ({
    peers: peersOf(snapshot, city).map(({ ref, score, reasons }) => ({
      ref,
      score,
      reasons: reasons.map((reason) => reasonText('en', reason)),
    })),
  }),
});
