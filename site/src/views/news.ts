import { cities } from '../collections/cities.ts';
import { name, phrase, spoken, translationOf } from '../collections/localised.ts';
import { type NewsItem, newsItems } from '../collections/news-items.ts';
import { projects } from '../collections/projects.ts';
import { formatDate } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { linkCity, linkProject } from './entry-link.ts';
import { viewBody } from './body.ts';
import { viewTowns } from './town.ts';

/** All news, newest first. */
export function viewNewsList(snapshot: Snapshot, language: Language) {
  return snapshot
    .all(newsItems)
    .sort((one, other) => other.date.localeCompare(one.date) || one.ref.localeCompare(other.ref))
    .map((item) => viewItem(snapshot, language, item));
}

/** A news item's page. Throws when none is published under this slug. */
export function viewNewsPage(snapshot: Snapshot, language: Language, slug: string) {
  const item = snapshot.bySlug(newsItems, slug);
  if (!item) throw new Error(`No news item is published under the slug "${slug}".`);
  const [project] = snapshot.linked(projects, item.links.project);
  return {
    ...viewItem(snapshot, language, item),
    towns: viewTowns(snapshot, language, item.links.cities),
    body: viewBody(snapshot, spoken(item.text, 'body', language)),
    project: project ? linkProject(language, project) : null,
    translation: translationOf(item.text, language),
    sources: item.sources,
    basis: item.basis,
    lastChecked: item.lastChecked,
  };
}

function viewItem(snapshot: Snapshot, language: Language, item: NewsItem) {
  return {
    ref: item.ref,
    href: entryUrl(language, 'news-item', item.slug),
    title: name(item.text, 'title', language),
    summary: phrase(item.text, 'summary', language),
    date: item.date,
    dateText: formatDate(language, item.date),
    dateNote: phrase(item.text, 'dateText', language),
    cities: snapshot.linked(cities, item.links.cities).map((city) => linkCity(language, city)),
  };
}
