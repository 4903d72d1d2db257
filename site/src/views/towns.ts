/** All towns as the maps and the lists beside them show them. */
import { cities, type City } from '../collections/cities.ts';
import type { Phrase } from '../collections/localised.ts';
import { countryName } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { localName } from './local-name.ts';
import { type Town, viewTown } from './town.ts';

/** Countries that a map of the region may name. */
const onTheMap = 'AL AT BA BG GR HR HU IT MD ME MK RO RS SI TR UA XK'.split(' ');

/** Names of the countries by ISO code, for maps. */
export function mapCountries(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(onTheMap.map((code) => [code, countryName(language, code)]));
}

/** A town with its name as a map writes it. */
export type MapTown = Town & { readonly name: string };

export function mapTown(language: Language, city: City): MapTown {
  const town = viewTown(language, city);
  return { ...town, name: town.title.text };
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
