import type { Language } from '../languages.ts';
import type { InstrumentPage } from './instrument-page.ts';
import { linksOf, organisationOf, placesOf, recordData } from './structured-data.ts';

export function instrumentData(view: InstrumentPage, language: Language, site: string) {
  const { setUp, host, strategy, town } = view;
  return recordData(
    { ...view, site, language },
    {
      type: 'Organization',
      name: view.name,
      description: view.mandate,
      facts: {
        additionalType: view.kind,
        ...(setUp ? { foundingDate: setUp } : {}),
        ...(host ? { parentOrganization: organisationOf(host) } : {}),
        ...(town ? { areaServed: placesOf(site, [town]) } : {}),
        ...(view.address ? { address: view.address } : {}),
        ...(strategy ? { subjectOf: linksOf(site, 'CreativeWork', [strategy]) } : {}),
      },
    },
  );
}
