import { type Localised, name, type Phrase } from '../collections/localised.ts';
import { languageTag } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import { entryUrl, type PageType } from '../urls.ts';
import type { PracticeBrief } from './practice-brief.ts';

/** An entry as other pages name it. */
export type EntryLink = { readonly ref: string; readonly title: Phrase; readonly href: string };

type Titled = 'challenge' | 'methodology' | 'news-item' | 'project' | 'strategy';
type Named = 'city' | 'instrument' | 'network';

/** What every entry of a type with a page has, whatever else its texts hold. */
type WithText<Field extends string> = {
  readonly ref: string;
  readonly slug: string;
  readonly text: Localised<Readonly<Record<Field, string | null>>>;
};

const named = (type: Named) => (language: Language, entry: WithText<'name'>) =>
  link(language, type, entry, name(entry.text, 'name', language));
const titled = (type: Titled) => (language: Language, entry: WithText<'title'>) =>
  link(language, type, entry, name(entry.text, 'title', language));

export const linkCity = named('city');
export const linkInstrument = named('instrument');
export const linkNetwork = named('network');
export const linkChallenge = titled('challenge');
export const linkMethodology = titled('methodology');
export const linkNewsItem = titled('news-item');
export const linkProject = titled('project');
export const linkStrategy = titled('strategy');

/** A practice in the reader's language where it has a translation, else in its own. */
export function linkPractice(language: Language, entry: PracticeBrief): EntryLink {
  return {
    ref: entry.ref,
    title: practiceText(language, entry).title,
    href: entryUrl(language, 'practice', entry.slug),
  };
}

/** Title and one-line of a practice in the reader's language where it has them, else in its own. */
export function practiceText(
  language: Language,
  entry: Pick<PracticeBrief, 'title' | 'oneLine' | 'originalLanguage' | 'translations'>,
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

function link(
  language: Language,
  type: PageType,
  entry: { readonly ref: string; readonly slug: string },
  title: Phrase,
): EntryLink {
  return { ref: entry.ref, title, href: entryUrl(language, type, entry.slug) };
}
