import { type City, cities } from '../collections/cities.ts';
import { countryName } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkCity } from './entry-link.ts';

/** A town as a record names it: its link, its country, and where it lies. */
export type Town = EntryLink & {
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isStatus: boolean;
};

export function viewTown(language: Language, city: City): Town {
  return {
    ...linkCity(language, city),
    country: countryName(language, city.country),
    latitude: city.latitude,
    longitude: city.longitude,
    isStatus: city.statusPartner,
  };
}

/** The published towns behind these ids. */
export function viewTowns(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[] | undefined,
): Town[] {
  return snapshot.linked(cities, ids).map((city) => viewTown(language, city));
}
