/** What lists of records share: where an entry is, in words, in order, and as pins on the map. */
import type { City } from '../collections/cities.ts';
import { countryName, formatNumber } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkCity } from './entry-link.ts';
import { anchorOf } from '../urls.ts';
import type { ListRow } from './list.ts';
import { unique } from './related.ts';
import { townMarks } from './towns.ts';

export type ListPin = {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

export type CountedTown = Omit<ListPin, 'number'> & {
  readonly ref: string;
  readonly isStatus: boolean;
};

/** Longer lists of towns are counted by the page itself. */
const namedTowns = 3;

/** "Kavala, Greece": the towns and their countries, or nothing where there are many. */
export function placeWords(language: Language, towns: readonly City[]): string | null {
  if (towns.length === 0 || towns.length > namedTowns) return null;
  const names = towns.map((city) => linkCity(language, city).title.text);
  const countries = new Set(towns.map(({ country }) => countryName(language, country)));
  return [...names, ...countries].join(', ');
}

/** Sorts by country, then town; what belongs to many towns comes first. */
export function placeOrder(language: Language, towns: readonly City[]): string {
  const [first] = towns;
  if (!first || towns.length > namedTowns) return '';
  return `${countryName(language, first.country)} ${linkCity(language, first).title.text}`;
}

/** Each entry at each of its towns, under its number in the list. */
export function pinsOfRows(
  language: Language,
  rows: readonly ListRow[],
  townsOf: ReadonlyMap<string, readonly City[]>,
): ListPin[] {
  return rows.flatMap(({ ref, number }) =>
    number === undefined
      ? []
      : (townsOf.get(ref) ?? []).map((city) => pin(language, city, number, ref)),
  );
}

/**
 * For lists with too many entries to a town for a pin each: the towns by name, with how many entries
 * each has. A town leads to the list filtered by it.
 */
export function countedTowns(
  language: Language,
  list: string,
  townsOf: ReadonlyMap<string, readonly City[]>,
): CountedTown[] {
  const towns = [...townsOf.values()].flat();
  return unique(towns).map((city) => {
    const count = towns.filter(({ id }) => id === city.id).length;
    return {
      ref: city.ref,
      name: `${linkCity(language, city).title.text} (${formatNumber(language, count)})`,
      href: `${list}?city=${city.slug}`,
      latitude: city.latitude,
      longitude: city.longitude,
      isStatus: city.statusPartner,
    };
  });
}

/** Where all towns lie, for the small rings of those without an entry in the list. */
export function allPlaces(snapshot: Snapshot): readonly Pick<ListPin, 'latitude' | 'longitude'>[] {
  return snapshot.project(townMarks);
}

function pin(language: Language, city: City, number: number, ref: string): ListPin {
  return {
    number,
    name: linkCity(language, city).title.text,
    href: `#${anchorOf(ref)}`,
    latitude: city.latitude,
    longitude: city.longitude,
  };
}
