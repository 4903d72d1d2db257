import type { Language } from '../languages.ts';
import type { MethodologyPage } from './methodology-page.ts';
import { linksOf, organisationOf, placesOf, recordData } from './structured-data.ts';

/** A methodology in the words of schema.org: steps to follow, and where they were followed. */
export function methodologyData(
  page: { site: string; language: Language },
  view: MethodologyPage,
): Readonly<Record<string, unknown>> {
  const { site } = page;
  return recordData(
    { ...page, path: view.path, ref: view.ref, lastChecked: view.lastChecked },
    {
      type: 'HowTo',
      name: view.title,
      description: view.summary,
      facts: {
        step: (view.steps?.value ?? []).map(({ title, what }, index) => ({
          '@type': 'HowToStep',
          position: index + 1,
          name: title,
          ...(what === null ? {} : { text: what }),
        })),
        about: linksOf(site, 'Thing', view.challenges),
        creator: view.authors.map(organisationOf),
        contentLocation: placesOf(site, view.towns),
      },
    },
  );
}
