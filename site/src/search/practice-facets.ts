import { cities } from '../collections/cities.ts';
import { practices } from '../collections/practices.ts';
import { defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { challengeFacet, townFacets, yearFacet } from '../views/list-facets.ts';
import { known } from './known.ts';
import { withUnknown } from './localised-records.ts';
import type { SearchRecord } from './record.ts';

/** What of a practice decides its facets: of thousands of them, little enough to be kept at hand. */
export const facetParts = defineProjection('practice-facet-parts', practices, (practice) => ({
  towns: practice.links.cities,
  challenges: practice.links.challenges,
  level: practice.participationLevel,
  cost: practice.costCard?.costBand ?? null,
  languages: [practice.originalLanguage, ...practice.translations.map((each) => each.language)],
  lifecycle: practice.lifecycle,
  years: [practice.startYear, practice.endYear] as const,
}));

type FacetParts = ReturnType<typeof facetParts.of>;

export function practiceFacets(snapshot: Snapshot, parts: FacetParts): SearchRecord['facets'] {
  return withUnknown({
    type: ['practice'],
    ...townFacets(snapshot.linked(cities, parts.towns)),
    challenge: challengeFacet(snapshot, parts.challenges),
    level: known(parts.level),
    cost: known(parts.cost),
    language: parts.languages,
    lifecycle: [parts.lifecycle],
    year: yearFacet(...parts.years),
  });
}
