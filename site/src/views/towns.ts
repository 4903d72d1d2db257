/** All towns as the maps and the lists beside them show them. */
import { cities, type City } from '../collections/cities.ts';
import { countryName } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import { defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { distanceInKm } from './distance.ts';
import { type Town, viewTown, viewTowns } from './town.ts';

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
  return asMapTown(viewTown(language, city));
}

/** The towns behind these ids, as a map shows them. */
export function mapTownsOf(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[],
): MapTown[] {
  return viewTowns(snapshot, language, ids).map(asMapTown);
}

function asMapTown(town: Town): MapTown {
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
  return mapTownsOf(
    snapshot,
    language,
    near.map(({ id }) => id),
  );
}

export function mapTowns(snapshot: Snapshot, language: Language): MapTown[] {
  return allTowns(snapshot, language).map(asMapTown);
}

function allTowns(snapshot: Snapshot, language: Language): Town[] {
  return viewTowns(
    snapshot,
    language,
    snapshot.addresses(cities).map(({ id }) => id),
  );
}

export type GazetteerCountry = {
  readonly code: string;
  readonly name: string;
  readonly towns: readonly Town[];
};

/** Every town under its country, both in the order of the language's alphabet. */
export function viewGazetteer(snapshot: Snapshot, language: Language): GazetteerCountry[] {
  const { compare } = new Intl.Collator(language);
  const byCountry = Map.groupBy(allTowns(snapshot, language), ({ code }) => code);
  return [...byCountry]
    .map(([code, towns]) => ({
      code,
      name: countryName(language, code),
      towns: towns.sort((a, b) => compare(a.title.text, b.title.text)),
    }))
    .sort((a, b) => compare(a.name, b.name));
}
