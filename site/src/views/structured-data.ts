/** Structured data (schema.org) of a record: what it says, and only what it knows. */
import type { Phrase } from '../collections/localised.ts';
import type { Language } from '../languages.ts';
import { absoluteUrl } from '../urls.ts';
import type { EntryLink } from './entry-link.ts';
import { describePage } from './json-ld.ts';
import type { Town } from './town.ts';

type Data = Readonly<Record<string, unknown>>;

export type RecordPage = {
  readonly site: string;
  readonly language: Language;
  readonly path: string;
  readonly ref: string;
  readonly lastChecked: string | null;
};

/** The page about a record, and the record as what it is about. */
export function recordData(
  { site, language, path, ref, lastChecked }: RecordPage,
  entity: { type: string; name: Phrase; description: Phrase | null; facts?: Data },
): Data {
  const { type, name, description, facts } = entity;
  return describePage(language, site, {
    path,
    title: name,
    description: description?.text ?? name.text,
    lastChecked,
    about: known({
      '@type': type,
      '@id': `${absoluteUrl(site, path)}#${ref.toLowerCase()}`,
      name: name.text,
      description: description?.text,
      identifier: ref,
      ...facts,
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
