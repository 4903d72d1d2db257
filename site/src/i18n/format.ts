import type { Language } from '../languages.ts';

// Names that differ from the standard's, or that need their note (content model, lists).
const ownNames: Readonly<Record<string, Partial<Record<Language, string>>>> = {
  BA: { en: 'Bosnia and Herzegovina' },
  XK: { en: 'Kosovo*', el: 'Κοσσυφοπέδιο*', ro: 'Kosovo*', it: 'Kosovo*', 'sr-Latn': 'Kosovo*' },
};

/** The name of a country (ISO 3166-1 alpha-2, and XK) in a language. */
export function countryName(language: Language, code: string): string {
  return (
    ownNames[code]?.[language] ??
    new Intl.DisplayNames(language, { type: 'region' }).of(code) ??
    code
  );
}

// The controlled list writes scripts in camel case; BCP 47 does not.
const tags: Readonly<Record<string, string>> = { srLatn: 'sr-Latn', srCyrl: 'sr-Cyrl' };

/** The BCP 47 tag of a value of the list of languages. */
export function languageTag(value: string): string {
  return tags[value] ?? value;
}

/** The name of a language (a value of the list) in the reader's language. */
export function languageName(language: Language, value: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(languageTag(value)) ?? value;
}

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

// English here is written the British way: the day before the month.
const written = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** A whole or partial ISO date in words: "2014", "October 2014", "3 October 2014". */
export function formatDate(language: Language, date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day ? { day: 'numeric' } : {}),
  };
  return new Intl.DateTimeFormat(written(language), options).format(
    new Date(`${date}${day ? '' : '-01'}T00:00:00Z`),
  );
}

/** Years as a span: "2013–2014", "2013–", "2013". */
export function formatYears(from: number | null, to: number | null): string | null {
  if (from === null && to === null) return null;
  if (from === null || from === to) return String(to);
  return to === null ? `${String(from)}–` : `${String(from)}–${String(to)}`;
}

/** A list in words: "youth, women and neighbours". */
export function formatList(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(written(language), { type: 'conjunction' }).format(items);
}

export function formatMoney(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  }).format(amount);
}
