import { cities } from '../collections/cities.ts';
import { glossaryTerms } from '../collections/glossary-terms.ts';
import { newsItems } from '../collections/news-items.ts';
import { organisations } from '../collections/organisations.ts';
import { pages } from '../collections/pages.ts';
import { resources } from '../collections/resources.ts';
import { plainText } from '../cms/blocks.ts';
import { languageTag } from '../i18n/format.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf } from '../urls.ts';
import { yearFacet } from '../views/list-facets.ts';
import { localisedRecords } from './localised-records.ts';
import { pathOf } from './path.ts';
import { anyLanguage, type SearchRecord } from './record.ts';
import { said } from './said.ts';

const resourceRecords = localisedRecords({
  type: 'resource',
  collection: resources,
  path: ({ ref }) => `resources#${anchorOf(ref)}`,
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ description }) => description,
  body: () => [],
  also: ({ authors, isbn, doi, links }, snapshot) =>
    said(anyLanguage, [
      authors,
      isbn,
      doi,
      ...snapshot.linked(organisations, links.publisher).map(({ name }) => name),
    ]),
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.cities),
  facets: ({ languages, year }) => ({
    language: languages,
    year: yearFacet(year, year),
  }),
});

const glossaryRecords = localisedRecords({
  type: 'glossary-term',
  collection: glossaryTerms,
  path: ({ ref }) => `glossary#${anchorOf(ref)}`,
  texts: ({ text }) => text,
  title: ({ concept }) => concept,
  line: ({ definition }) => definition,
  body: () => [],
  also: ({ nationalTerms }) =>
    nationalTerms.flatMap(({ language, term, abbreviation, note }) => [
      ...said(languageTag(language), [term, note]),
      ...said(anyLanguage, [abbreviation]),
    ]),
  facets: ({ nationalTerms }) => ({
    country: nationalTerms.flatMap(({ country }) => country ?? []),
  }),
});

const newsRecords = localisedRecords({
  type: 'news-item',
  collection: newsItems,
  path: ({ slug }) => pathOf('news-item', slug),
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ summary }) => summary,
  body: ({ body, dateText }) => [plainText(body), dateText],
  towns: ({ links }, snapshot) => snapshot.linked(cities, links.cities),
  facets: ({ date }) => {
    const year = Number(date.slice(0, 4));
    return { year: yearFacet(year, year) };
  },
});

/** The one text that is a part of another page. */
const parts: Readonly<Record<string, string>> = { 'about-status': 'about#about-status' };

const pageRecords = localisedRecords({
  type: 'page',
  collection: pages,
  path: ({ key }) => parts[key] ?? key,
  texts: ({ text }) => text,
  title: ({ title }) => title,
  line: ({ lead }) => lead,
  body: ({ body }) => [plainText(body)],
});

/** What explains and reports: documents, planning terms, news and the platform's own pages. */
export function referenceRecords(snapshot: Snapshot): SearchRecord[] {
  return [resourceRecords, glossaryRecords, newsRecords, pageRecords].flatMap((of) => of(snapshot));
}
