import type { Language } from '../languages.ts';
import type { PracticePage } from './practice-page.ts';
import { known, linksOf, organisationOf, placesOf, recordData } from './structured-data.ts';

const licences: Readonly<Record<string, string>> = {
  ccBy40: 'https://creativecommons.org/licenses/by/4.0/',
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** A practice in the words of schema.org. */
export function practiceData(
  page: { site: string; language: Language },
  view: PracticePage,
): Readonly<Record<string, unknown>> {
  const { practice, path, ref } = view;
  const { site, language } = page;
  const span = [practice.startYear, practice.endYear].map((year) => year ?? '..').join('/');
  return recordData(
    { ...page, path, ref, lastChecked: practice.lastChecked },
    {
      type: 'Article',
      name: view.title,
      description: view.oneLine,
      facts: known({
        headline: view.title.text,
        inLanguage: view.title.lang ?? language,
        license: licences[practice.licence ?? 'ccBy40'],
        contributor: view.teller && organisationOf(view.teller),
        about: linksOf(site, 'Thing', view.challenges),
        spatialCoverage: placesOf(site, view.towns),
        temporalCoverage: practice.startYear === null ? null : span,
        citation: practice.sources.map(({ label, url }) => url ?? label),
      }),
    },
  );
}
