/** Facets that lists of several types share: what an entry counts under, and how it is called. */
import { type Challenge, challenges } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import { name } from '../collections/localised.ts';
import { countryName } from '../i18n/format.ts';
import { bands as costBands } from '../drawing/cost-card.ts';
import { label, type ListName } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { unknownValue } from '../urls.ts';
import type { FacetDefinition } from './list.ts';
import { sizeBand, sizeBands } from './size-band.ts';
import { type Town, townName } from './town.ts';

/** Facets of the towns of an entry: country, city and size. */
export function townFacets(towns: readonly City[]): Record<'country' | 'city' | 'size', string[]> {
  return factsOfTowns(
    towns.map(({ country, slug, population }) => ({
      code: country,
      slug,
      size: sizeBand(population?.value ?? null),
    })),
  );
}

/** As `townFacets`, for towns as a page names them. */
export function factsOfTowns(
  towns: readonly Pick<Town, 'code' | 'slug' | 'size'>[],
): Record<'country' | 'city' | 'size', string[]> {
  return {
    country: towns.map(({ code }) => code),
    city: towns.map(({ slug }) => slug),
    size: towns.map(({ size }) => size).filter((size) => size !== unknownValue),
  };
}

/** Slugs of the top-level challenges that these challenges are or belong to. */
export function challengeFacet(snapshot: Snapshot, ids: readonly string[]): string[] {
  const tops = snapshot.linked(challenges, ids).map((each) => topOf(snapshot, each).slug);
  return [...new Set(tops)];
}

function topOf(snapshot: Snapshot, challenge: Challenge): Challenge {
  return snapshot.linked(challenges, challenge.links.parent)[0] ?? challenge;
}

/** The programme periods, which every planner dates by, as values of a facet of years. */
const periods = [2000, 2007, 2014, 2021].map((from) => [from, from + 6] as const);

/** Periods that the years touch; one year alone counts under its own. */
export function yearFacet(from: number | null, to: number | null): string[] {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return [];
  return periods
    .filter(([start, end]) => first <= end && last >= start)
    .map(([start, end]) => `y${String(start)}_${String(end)}`);
}

type SharedFacet =
  'country' | 'city' | 'size' | 'challenge' | 'year' | 'level' | 'cost' | 'lifecycle';

/** The shared facets by name, in the page's language. */
export function sharedFacets(
  snapshot: Snapshot,
  language: Language,
): Record<SharedFacet, FacetDefinition> {
  const t = translator(language);
  const challengeName = (slug: string) => {
    const challenge = snapshot.bySlug(challenges, slug);
    return challenge ? name(challenge.text, 'title', language).text : slug;
  };
  const define = (
    key: SharedFacet,
    text: (value: string) => string,
    order?: readonly string[],
  ): FacetDefinition => ({
    key,
    title: t(`list.facet.${key}`),
    text: (value) => (value === unknownValue ? t('common.unknown') : text(value)),
    ...(order ? { order } : {}),
  });
  const listed = (list: ListName) => (value: string) => label(language, list, value);
  return {
    country: define('country', (value) => countryName(language, value)),
    city: define('city', (slug) => townName(snapshot, language, slug)),
    size: define('size', listed('sizeBand'), sizeBands),
    challenge: define('challenge', challengeName),
    year: define(
      'year',
      listed('programmePeriod'),
      periods.map(([a, b]) => `y${String(a)}_${String(b)}`).reverse(),
    ),
    level: define('level', listed('participationLevel'), [
      'inform',
      'consult',
      'involve',
      'collaborate',
      'empower',
      'none',
    ]),
    cost: define('cost', listed('costBand'), costBands),
    lifecycle: define('lifecycle', listed('lifecycle'), [
      'running',
      'completedWorking',
      'idea',
      'paused',
      'superseded',
      'stopped',
      'completedUnclear',
    ]),
  };
}
