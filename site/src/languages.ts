/** The interface's languages: BCP 47 tag, path prefix, the CMS's locale and the name for itself. */
export const languages = [
  { tag: 'en', path: '', locale: 'en', name: 'English', short: 'EN' },
  { tag: 'el', path: 'el', locale: 'el', name: 'Ελληνικά', short: 'EL' },
  { tag: 'ro', path: 'ro', locale: 'ro', name: 'Română', short: 'RO' },
  { tag: 'it', path: 'it', locale: 'it', name: 'Italiano', short: 'IT' },
  { tag: 'sr-Latn', path: 'sr', locale: 'sr-Latn', name: 'Srpski', short: 'SR' },
] as const;

export type Language = (typeof languages)[number]['tag'];

export const defaultLanguage: Language = 'en';

/** The language of a path's first segment; English for `undefined`. Throws on any other segment. */
export function languageOfPath(segment: string | undefined): Language {
  const found = languages.find(({ path }) => path === (segment ?? ''));
  if (!found) throw new Error(`No language has the path "/${segment ?? ''}".`);
  return found.tag;
}

export function pathOfLanguage(language: Language): string {
  const found = languages.find(({ tag }) => tag === language);
  return found?.path ?? '';
}

/** The language of a locale of the CMS, or null when the site does not speak it. */
export function languageOfLocale(locale: string): Language | null {
  return languages.find((language) => language.locale === locale)?.tag ?? null;
}
