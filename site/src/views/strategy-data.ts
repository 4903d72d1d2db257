import type { Language } from '../languages.ts';
import type { StrategyPage } from './strategy-page.ts';
import { linksOf, placesOf, recordData } from './structured-data.ts';

/** A plan is a work: schema.org has no closer word that would be true of all of them. */
export function strategyData(view: StrategyPage, language: Language, site: string) {
  const { yearFrom, yearTo } = view;
  return recordData(
    { ...view, site, language },
    {
      type: 'CreativeWork',
      name: view.title,
      description: view.purpose,
      facts: {
        genre: view.kind,
        ...(view.adoption.node === 'unknown' ? {} : { creativeWorkStatus: view.adoption.text }),
        ...(yearFrom === null ? {} : { temporalCoverage: `${yearFrom}/${yearTo ?? '..'}` }),
        ...(view.towns.length > 0 ? { spatialCoverage: placesOf(site, view.towns) } : {}),
        ...(view.challenges.length > 0
          ? { about: linksOf(site, 'DefinedTerm', view.challenges) }
          : {}),
        ...(view.framework ? { isBasedOn: linksOf(site, 'Project', [view.framework]) } : {}),
      },
    },
  );
}
