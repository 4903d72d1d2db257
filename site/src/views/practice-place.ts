import type { Practice } from '../collections/practices.ts';
import { formatYears } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { viewTowns } from './town.ts';

export type PracticePlace = {
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** Where a practice took place: its own spot if it names one, else its towns. */
export function positionOf(
  snapshot: Snapshot,
  language: Language,
  practice: Pick<Practice, 'title' | 'latitude' | 'longitude'> & {
    readonly links: Pick<Practice['links'], 'cities'>;
  },
): PracticePlace[] {
  const places = viewTowns(snapshot, language, practice.links.cities).map((town) => ({
    name: town.title.text,
    latitude: town.latitude,
    longitude: town.longitude,
  }));
  const { latitude, longitude } = practice;
  if (latitude === null || longitude === null) return places;
  return [{ name: places[0]?.name ?? practice.title, latitude, longitude }];
}

/** The years of a practice. Only what still runs has an open end; elsewhere the end is not known. */
export function yearsOf({
  startYear,
  endYear,
  lifecycle,
}: Pick<Practice, 'startYear' | 'endYear' | 'lifecycle'>): string | null {
  return formatYears(startYear, endYear ?? (lifecycle === 'running' ? null : startYear));
}
