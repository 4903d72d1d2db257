/** Structured data (schema.org) of a record's page: what it says, and only what it knows. */
import type { Language } from '../languages.ts';
import { absoluteUrl, placeUrl } from '../urls.ts';
import type { Phrase } from '../collections/localised.ts';
import type { EntryLink } from './entry-link.ts';
import type { Town } from './town.ts';

type Data = Readonly<Record<string, unknown>>;

export type RecordPage = {
  readonly site: string;
  readonly language: Language;
  readonly siteName: string;
  readonly path: string;
  readonly ref: string;
  readonly lastChecked: string | null;
};

/** The page about a record, and what the record is about as its main entity. */
export function recordData(
  page: RecordPage,
  entity: { type: string; name: Phrase; description: Phrase | null; facts?: Data },
): Data {
  const { site, language, siteName, path, ref, lastChecked } = page;
  const url = absoluteUrl(site, path);
  return known({
    '@type': 'WebPage',
    '@id': url,
    url,
    name: entity.name.text,
    description: entity.description?.text,
    inLanguage: language,
    identifier: ref,
    lastReviewed: lastChecked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isPartOf: {
      '@type': 'WebSite',
      name: siteName,
      url: absoluteUrl(site, placeUrl(language, '')),
    },
    mainEntity: known({
      '@type': entity.type,
      '@id': `${url}#${ref.toLowerCase()}`,
      name: entity.name.text,
      description: entity.description?.text,
      identifier: ref,
      ...entity.facts,
    }),
  });
}

export function placesOf(site: string, towns: readonly Town[]): Data[] {
  return towns.map(({ title, country, href, latitude, longitude }) =>
    known({
      '@type': 'Place',
      name: `${title.text}, ${country}`,
      url: absoluteUrl(site, href),
      geo:
        latitude === null || longitude === null
          ? null
          : { '@type': 'GeoCoordinates', latitude, longitude },
    }),
  );
}

export function linksOf(site: string, type: string, entries: readonly EntryLink[]): Data[] {
  return entries.map(({ title, href }) => ({
    '@type': type,
    name: title.text,
    url: absoluteUrl(site, href),
  }));
}

export function organisationOf({ name, website }: { name: Phrase; website: string | null }): Data {
  return known({ '@type': 'Organization', name: name.text, url: website });
}

/** Without what is not known: an empty value would claim that there is none. */
export function known(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
