import type { CityPage } from './city-page.ts';

/** A town as schema.org knows places; only what the record holds. */
export function describeCity(view: CityPage) {
  const { here, facts, kind, country } = view;
  return {
    '@type': kind === 'municipality' ? 'City' : 'AdministrativeArea',
    name: view.name.text,
    identifier: view.ref,
    ...(view.summary ? { description: view.summary.text } : {}),
    ...(view.localName ? { alternateName: view.localName.text } : {}),
    ...(here.latitude === null || here.longitude === null
      ? {}
      : {
          geo: {
            '@type': 'GeoCoordinates',
            latitude: here.latitude,
            longitude: here.longitude,
          },
        }),
    containedInPlace: { '@type': 'Country', name: facts.country, identifier: country },
    ...(facts.website ? { url: facts.website } : {}),
  };
}
