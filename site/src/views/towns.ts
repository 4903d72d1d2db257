/** All towns as the maps and the lists beside them show them. */
import { cities, type City } from '../collections/cities.ts';
import type { Phrase } from '../collections/localised.ts';
import { countryName } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import { defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { distanceInKm } from './distance.ts';
import { localName } from './local-name.ts';
import { type Town, viewTown } from './town.ts';

/** Countries that a map of the region may name. */
const onTheMap = 'AL AT BA BG GR HR HU IT MD ME MK RO RS SI TR UA XK'.split(' ');

/** Names of the countries by ISO code, for maps. */
export function mapCountries(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(onTheMap.map((code) => [code, countryName(language, code)]));
}

/** No place on the map of a town is farther from it. */
const seenKm = 420;

/** A town with its name as a map writes it. */
export type MapTown = Town & { readonly name: string };

export function mapTown(language: Language, city: City): MapTown {
  const town = viewTown(language, city);
  return { ...town, name: town.title.text };
}

export type TownMark = {
  readonly id: string;
  readonly ref: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isStatus: boolean;
};

/** Where each town lies and whether it was a partner: what a change of its texts leaves alone. */
export const townMarks = defineProjection('town-marks', cities, (city): TownMark => ({
  id: city.id,
  ref: city.ref,
  latitude: city.latitude,
  longitude: city.longitude,
  isStatus: city.statusPartner,
}));

/** The towns that may be seen on a map about this one. */
export function mapTownsNear(snapshot: Snapshot, language: Language, here: City): MapTown[] {
  const near = snapshot
    .project(townMarks)
    .filter((mark) => (distanceInKm(here, mark) ?? Infinity) <= seenKm);
  return snapshot
    .linked(
      cities,
      near.map(({ id }) => id),
    )
    .map((city) => mapTown(language, city));
}

export function mapTowns(snapshot: Snapshot, language: Language): MapTown[] {
  return snapshot.all(cities).map((city) => mapTown(language, city));
}

type GazetteerTown = Town & { readonly localName: Phrase | null };
export type GazetteerCountry = {
  readonly code: string;
  readonly name: string;
  readonly towns: readonly GazetteerTown[];
};

/** Every town under its country, both in the order of the language's alphabet. */
export function viewGazetteer(snapshot: Snapshot, language: Language): GazetteerCountry[] {
  const { compare } = new Intl.Collator(language);
  const byCountry = Map.groupBy(snapshot.all(cities), ({ country }) => country);
  return [...byCountry]
    .map(([code, inCountry]) => ({
      code,
      name: countryName(language, code),
      towns: inCountry
        .map((city) => ({ ...viewTown(language, city), localName: localName(language, city) }))
        .sort((a, b) => compare(a.title.text, b.title.text)),
    }))
    .sort((a, b) => compare(a.name, b.name));
}
