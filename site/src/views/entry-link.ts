import type { Challenge } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import type { Instrument } from '../collections/instruments.ts';
import { name, type Phrase } from '../collections/localised.ts';
import type { Methodology } from '../collections/methodologies.ts';
import type { Network } from '../collections/networks.ts';
import type { NewsItem } from '../collections/news-items.ts';
import type { Practice } from '../collections/practices.ts';
import type { Project } from '../collections/projects.ts';
import type { Strategy } from '../collections/strategies.ts';
import { languageTag } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import { entryUrl } from '../urls.ts';

/** An entry as other pages name it. */
export type EntryLink = { readonly ref: string; readonly title: Phrase; readonly href: string };

type Named = City | Instrument | Network;
type Titled = Challenge | Methodology | NewsItem | Project | Strategy;

export const linkCity = (language: Language, entry: City) => named(language, 'city', entry);
export const linkInstrument = (language: Language, entry: Instrument) =>
  named(language, 'instrument', entry);
export const linkNetwork = (language: Language, entry: Network) =>
  named(language, 'network', entry);
export const linkChallenge = (language: Language, entry: Challenge) =>
  titled(language, 'challenge', entry);
export const linkMethodology = (language: Language, entry: Methodology) =>
  titled(language, 'methodology', entry);
export const linkNewsItem = (language: Language, entry: NewsItem) =>
  titled(language, 'news-item', entry);
export const linkProject = (language: Language, entry: Project) =>
  titled(language, 'project', entry);
export const linkStrategy = (language: Language, entry: Strategy) =>
  titled(language, 'strategy', entry);

/** A practice in the reader's language where it has a translation, else in its own. */
export function linkPractice(language: Language, entry: Practice): EntryLink {
  return {
    ref: entry.ref,
    title: practiceText(language, entry).title,
    href: entryUrl(language, 'practice', entry.slug),
  };
}

/** Title and one-line of a practice in the reader's language where it has them, else in its own. */
export function practiceText(
  language: Language,
  entry: Practice,
): { title: Phrase; oneLine: Phrase; by: string | null } {
  const translation = entry.translations.find((each) => languageTag(each.language) === language);
  if (translation) {
    return {
      title: { text: translation.title, lang: null },
      oneLine: { text: translation.oneLine, lang: null },
      by: translation.by,
    };
  }
  const own = languageTag(entry.originalLanguage);
  const lang = own === language ? null : own;
  return {
    title: { text: entry.title, lang },
    oneLine: { text: entry.oneLine, lang },
    by: null,
  };
}

function named(
  language: Language,
  type: 'city' | 'instrument' | 'network',
  entry: Named,
): EntryLink {
  return {
    ref: entry.ref,
    title: name(entry.text, 'name', language),
    href: entryUrl(language, type, entry.slug),
  };
}

function titled(
  language: Language,
  type: 'challenge' | 'methodology' | 'news-item' | 'project' | 'strategy',
  entry: Titled,
): EntryLink {
  return {
    ref: entry.ref,
    title: name(entry.text, 'title', language),
    href: entryUrl(language, type, entry.slug),
  };
}
