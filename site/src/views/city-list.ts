import { cities, type City } from '../collections/cities.ts';
import { phrase } from '../collections/localised.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { beside } from '../i18n/beside.ts';
import { countryName, formatNumber } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkCity } from './entry-link.ts';
import { challengeFacet, sharedFacets, townFacets } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { localName } from './local-name.ts';
import { buildFacets, type FacetDefinition, type ListRow, sortRows } from './list.ts';
import { mapCountries, mapTowns } from './towns.ts';

/** The cities and regions beside the map of them, or one part of them when they are many. */
export function viewCityList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const shown = readPart(snapshot, cities, part);
  const refs = new Set(shown.map(({ ref }) => ref));
  const rows = shown.map((city) => viewRow(snapshot, language, city));
  return {
    rows: sortRows(language, rows, 'title'),
    orders: [
      { value: 'title', text: t('list.sort.title') },
      { value: 'country', text: t('cities.sort.country') },
      { value: 'people', text: t('cities.sort.people') },
    ],
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    towns: mapTowns(snapshot, language).filter(({ ref }) => refs.has(ref)),
    countries: mapCountries(language),
    parts: partsOf(snapshot, cities),
  };
}

function viewRow(snapshot: Snapshot, language: Language, city: City): ListRow {
  const link = linkCity(language, city);
  const country = countryName(language, city.country);
  const people = city.population?.value ?? null;
  const alias = localName(language, city);
  return {
    ...link,
    kicker: [country, label(language, 'cityKind', city.kind)].join(beside),
    ...(alias ? { alias } : {}),
    oneLine: phrase(city.text, 'summary', language),
    foot: footOf(snapshot, language, city),
    facets: {
      ...townFacets([city]),
      challenge: challengeFacet(snapshot, city.links.challenges),
      status: [city.statusPartner ? 'yes' : 'no'],
      kind: [city.kind],
    },
    sort: {
      title: link.title.text,
      country: `${country} ${link.title.text}`,
      ...(people === null ? {} : { people }),
    },
  };
}

/** The list says how many there are, so it stays when they change and their number does not. */
const practicesOfCity = defineDerived(
  'practices-of-city',
  (snapshot, id) => snapshot.references(practices, 'cities', id).length,
);
const projectsOfCity = defineDerived(
  'projects-of-city',
  (snapshot, id) => snapshot.references(projects, 'cities', id).length,
);

function footOf(snapshot: Snapshot, language: Language, city: City): string[] {
  const t = translator(language);
  const people = city.population?.value ?? null;
  const count = {
    practices: snapshot.derive(practicesOfCity, city.id),
    projects: snapshot.derive(projectsOfCity, city.id),
  };
  return [
    people === null
      ? t('cities.peopleUnknown')
      : t('cities.people', { count: formatNumber(language, people) }),
    ...(city.statusPartner ? [t('common.statusPartner')] : []),
    ...(count.practices > 0 ? [t('cities.practices', { count: count.practices })] : []),
    ...(count.projects > 0 ? [t('cities.projects', { count: count.projects })] : []),
  ];
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  return [
    shared.country,
    shared.challenge,
    shared.size,
    {
      key: 'status',
      title: t('list.facet.status'),
      text: (value) => t(value === 'yes' ? 'cities.status.yes' : 'cities.status.no'),
      order: ['yes', 'no'],
    },
    {
      key: 'kind',
      title: t('list.facet.kind'),
      text: (value) => label(language, 'cityKind', value),
    },
  ];
}
