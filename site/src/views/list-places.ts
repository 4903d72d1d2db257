/** What lists of records share: where an entry is, in words, in order, and as pins on the map. */
import { formatNumber } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf } from '../urls.ts';
import type { ListRow } from './list.ts';
import type { Town } from './town.ts';
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
export function placeWords(towns: readonly Town[]): string | null {
  if (towns.length === 0 || towns.length > namedTowns) return null;
  const names = towns.map(({ title }) => title.text);
  const countries = new Set(towns.map(({ country }) => country));
  return [...names, ...countries].join(', ');
}

/** Sorts by country, then town; what belongs to many towns comes first. */
export function placeOrder(towns: readonly Town[]): string {
  const [first] = towns;
  if (!first || towns.length > namedTowns) return '';
  return `${first.country} ${first.title.text}`;
}

/** Each entry at each of its towns, under its number in the list. */
export function pinsOfRows(
  rows: readonly ListRow[],
  townsOf: ReadonlyMap<string, readonly Town[]>,
): ListPin[] {
  return rows.flatMap(({ ref, number }) =>
    number === undefined ? [] : (townsOf.get(ref) ?? []).map((town) => pin(town, number, ref)),
  );
}

/**
 * For lists with too many entries to a town for a pin each: the towns by name, with how many entries
 * each has. A town leads to the list filtered by it.
 */
export function countedTowns(
  language: Language,
  list: string,
  townsOf: ReadonlyMap<string, readonly Town[]>,
): CountedTown[] {
  const towns = [...townsOf.values()].flat();
  return [...Map.groupBy(towns, ({ ref }) => ref).values()].flatMap((same) =>
    same.slice(0, 1).map(({ ref, slug, title, latitude, longitude, isStatus }) => ({
      ref,
      name: `${title.text} (${formatNumber(language, same.length)})`,
      href: `${list}?city=${slug}`,
      latitude,
      longitude,
      isStatus,
    })),
  );
}

/** Where all towns lie, for the small rings of those without an entry in the list. */
export function allPlaces(snapshot: Snapshot): readonly Pick<ListPin, 'latitude' | 'longitude'>[] {
  return snapshot.project(townMarks);
}

function pin(town: Town, number: number, ref: string): ListPin {
  return {
    number,
    name: town.title.text,
    href: `#${anchorOf(ref)}`,
    latitude: town.latitude,
    longitude: town.longitude,
  };
}
