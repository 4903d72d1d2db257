/** Structured data of schema.org that every page of a record shares. */
import type { Phrase } from '../collections/localised.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { absoluteUrl, placeUrl } from '../urls.ts';

type Described = {
  readonly path: string;
  readonly title: Phrase;
  readonly description: string;
  readonly lastChecked: string | null;
  /** What the page is about. */
  readonly about: Readonly<Record<string, unknown>>;
};

/** The page as a part of the site under its licence, and what it is about. */
export function describePage(language: Language, siteUrl: string, page: Described) {
  return {
    '@type': 'WebPage',
    name: page.title.text,
    description: page.description,
    url: absoluteUrl(siteUrl, page.path),
    inLanguage: page.title.lang ?? language,
    isPartOf: describeSite(language, siteUrl),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    ...(page.lastChecked === null ? {} : { dateModified: page.lastChecked }),
    mainEntity: page.about,
  };
}

/** The site as what a page or an article is a part of. */
export function describeSite(language: Language, siteUrl: string) {
  return {
    '@type': 'WebSite',
    name: translator(language)('site.name'),
    url: absoluteUrl(siteUrl, placeUrl(language, '')),
  };
}
