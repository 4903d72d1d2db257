/** What lists of records share: where an entry is, in words, in order, and as pins on the map. */
import { type City, cities } from '../collections/cities.ts';
import { countryName } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkCity } from './entry-link.ts';
import { type ListRow, rowId } from './list.ts';

export type ListPin = {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
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
 * For lists with many entries to a town: the numbers are the towns', in the order of the rows. An
 * entry of several towns carries none.
 */
export function numberTownsOfRows(
  language: Language,
  rows: readonly ListRow[],
  townsOf: ReadonlyMap<string, readonly City[]>,
): { rows: ListRow[]; pins: ListPin[] } {
  const pins = new Map<string, ListPin>();
  const numbered = rows.map((row) => {
    const [city, ...more] = townsOf.get(row.ref) ?? [];
    if (!city || more.length > 0) return row;
    const own = pins.get(city.id) ?? pin(language, city, pins.size + 1, row.ref);
    pins.set(city.id, own);
    return { ...row, number: own.number };
  });
  return { rows: numbered, pins: [...pins.values()] };
}

/** Where all towns lie, for the small rings of those without an entry in the list. */
export function allPlaces(snapshot: Snapshot): Pick<ListPin, 'latitude' | 'longitude'>[] {
  return snapshot.all(cities).map(({ latitude, longitude }) => ({ latitude, longitude }));
}

function pin(language: Language, city: City, number: number, ref: string): ListPin {
  return {
    number,
    name: linkCity(language, city).title.text,
    href: `#${rowId(ref)}`,
    latitude: city.latitude,
    longitude: city.longitude,
  };
}
