import { defaultLanguage, type Language, languageOfLocale } from '../languages.ts';

/** How a translation came to be; `null` for the original. */
type Translation = 'machine' | 'reviewed' | null;

/** Texts of an entry: whole in English, in part or not at all in the other languages. */
export type Localised<T> = { readonly en: T } & {
  readonly [L in Exclude<Language, 'en'>]?: T & { readonly translation: Translation };
};

/** A text with the language (BCP 47) it is really in; `lang` is null when that is the page's language. */
export type Phrase = { readonly text: string; readonly lang: string | null };

/** A value with the language it is really in. */
export type Spoken<T> = { readonly value: T; readonly lang: string | null };

type LocalisedRow = { readonly locale: string | null; readonly translation: Translation };

/** Gathers what `pick` takes from each language's row. English must be the first argument. */
export function gatherTexts<Row extends LocalisedRow, T>(
  english: Row,
  others: readonly Row[],
  pick: (row: Row) => T,
): Localised<T> {
  const translated = others.flatMap((row) => {
    const language = languageOfLocale(row.locale ?? '');
    if (language === null || language === defaultLanguage) return [];
    return [[language, { ...pick(row), translation: row.translation }] as const];
  });
  return { en: pick(english), ...Object.fromEntries(translated) };
}

/** A field in the page's language, else in English; null when it is empty in both. */
export function spoken<T, K extends keyof T>(
  texts: Localised<T>,
  field: K,
  language: Language,
): Spoken<NonNullable<T[K]>> | null {
  const own = texts[language]?.[field];
  if (isFilled(own)) return { value: own, lang: null };
  const original = texts.en[field];
  return isFilled(original) ? { value: original, lang: defaultLanguage } : null;
}

/** As `spoken`, for a plain text. */
export function phrase<T, K extends keyof T>(
  texts: Localised<T>,
  field: T[K] extends string | null ? K : never,
  language: Language,
): Phrase | null {
  const found = spoken(texts, field, language);
  return found === null ? null : { text: String(found.value), lang: found.lang };
}

/** As `phrase`, for a text that every published entry has in English. */
export function name<T, K extends keyof T>(
  texts: Localised<T>,
  field: T[K] extends string | null ? K : never,
  language: Language,
): Phrase {
  return phrase(texts, field, language) ?? { text: '', lang: null };
}

/** How the texts of a page in this language came to be: original, translated or absent. */
export function translationOf<T>(
  texts: Localised<T>,
  language: Language,
): 'original' | 'machine' | 'reviewed' | 'missing' {
  if (language === 'en') return 'original';
  const own = texts[language];
  return own === undefined ? 'missing' : (own.translation ?? 'machine');
}

function isFilled<V>(value: V): value is NonNullable<V> {
  if (value === null || value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
