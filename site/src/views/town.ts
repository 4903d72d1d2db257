import { type City, cities } from '../collections/cities.ts';
import type { Phrase } from '../collections/localised.ts';
import { countryName } from '../i18n/format.ts';
import { type Language, languages } from '../languages.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkCity } from './entry-link.ts';
import { localName } from './local-name.ts';
import { type SizeBand, sizeBand } from './size-band.ts';

/** A town as a record names it: its link, its country, where it lies and how large it is. */
export type Town = EntryLink & {
  readonly slug: string;
  /** As it is called at home, where that differs from the title. */
  readonly localName: Phrase | null;
  readonly country: string;
  /** ISO 3166-1 alpha-2, and XK. */
  readonly code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isStatus: boolean;
  readonly people: number | null;
  readonly size: SizeBand;
};

export function viewTown(language: Language, city: City): Town {
  const people = city.population?.value ?? null;
  return {
    ...linkCity(language, city),
    slug: city.slug,
    localName: localName(language, city),
    country: countryName(language, city.country),
    code: city.country,
    latitude: city.latitude,
    longitude: city.longitude,
    isStatus: city.statusPartner,
    people,
    size: sizeBand(people),
  };
}

/**
 * One value for each language: thousands of pages name a town, and another name in one language is
 * none of the others' business.
 */
const towns = new Map(
  languages.map(({ tag }) => [
    tag,
    defineDerived(`town-in-${tag}`, (snapshot, id): Town | null => {
      const city = snapshot.get(cities, id);
      return city && viewTown(tag, city);
    }),
  ]),
);
const names = new Map(
  languages.map(({ tag }) => [
    tag,
    defineDerived(`town-name-in-${tag}`, (snapshot, slug): string => {
      const city = snapshot.bySlug(cities, slug);
      return city ? linkCity(tag, city).title.text : slug;
    }),
  ]),
);

/** The published towns behind these ids. */
export function viewTowns(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[] | undefined,
): Town[] {
  const derived = towns.get(language);
  return (ids ?? []).flatMap((id) => (derived && snapshot.derive(derived, id)) ?? []);
}

/** The name of the town with this slug; the slug where no such town is published. */
export function townName(snapshot: Snapshot, language: Language, slug: string): string {
  const derived = names.get(language);
  return derived ? snapshot.derive(derived, slug) : slug;
}
