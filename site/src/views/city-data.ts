import type { Language } from '../languages.ts';
import type { CityPage } from './city-page.ts';
import { known, recordData } from './structured-data.ts';

/** A town or region as structured data: only what the record holds. */
export function cityData(language: Language, site: string, view: CityPage) {
  const { here, facts } = view;
  const isPlaced = here.latitude !== null && here.longitude !== null;
  return recordData(
    { ...view, site, language },
    {
      type: view.kind === 'municipality' ? 'City' : 'AdministrativeArea',
      name: view.name,
      description: view.summary,
      facts: known({
        alternateName: view.localName?.text,
        geo: isPlaced
          ? { '@type': 'GeoCoordinates', latitude: here.latitude, longitude: here.longitude }
          : null,
        containedInPlace: { '@type': 'Country', name: facts.country, identifier: view.country },
        url: facts.website,
      }),
    },
  );
}
