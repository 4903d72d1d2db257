import type { Language } from '../languages.ts';
import { remember } from './remember.ts';

// Names that differ from the standard's, or that need their note (content model, lists).
const ownNames: Readonly<Record<string, Partial<Record<Language, string>>>> = {
  BA: { en: 'Bosnia and Herzegovina' },
  XK: { en: 'Kosovo*', el: 'Κοσσυφοπέδιο*', ro: 'Kosovo*', it: 'Kosovo*', 'sr-Latn': 'Kosovo*' },
};

const regions = remember((language) => new Intl.DisplayNames(language, { type: 'region' }));
const tongues = remember((language) => new Intl.DisplayNames(language, { type: 'language' }));
const numbers = remember((language) => new Intl.NumberFormat(language));
const lists = remember((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const months = remember((language) => dates(language, { year: 'numeric', month: 'long' }));
const days = remember((language) =>
  dates(language, { year: 'numeric', month: 'long', day: 'numeric' }),
);

function dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
}

/** The name of a country (ISO 3166-1 alpha-2, and XK) in a language. */
export function countryName(language: Language, code: string): string {
  return ownNames[code]?.[language] ?? regions(language).of(code) ?? code;
}

// The controlled list writes scripts in camel case; BCP 47 does not.
const tags: Readonly<Record<string, string>> = { srLatn: 'sr-Latn', srCyrl: 'sr-Cyrl' };

/** The BCP 47 tag of a value of the list of languages. */
export function languageTag(value: string): string {
  return tags[value] ?? value;
}

// The Prespa Agreement names the language so; the standard's Greek name is older.
const ownTongues: Readonly<Record<string, Partial<Record<Language, string>>>> = {
  mk: { el: 'Μακεδονικά' },
};

/** The name of a language (a value of the list) in the reader's language. */
export function languageName(language: Language, value: string): string {
  return ownTongues[value]?.[language] ?? tongues(language).of(languageTag(value)) ?? value;
}

export function formatNumber(language: Language, value: number): string {
  return numbers(language).format(value);
}

// English here is written the British way: the day before the month.
const written = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** A whole or partial ISO date in words: "2014", "October 2014", "3 October 2014". */
export function formatDate(language: Language, date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  const format = day ? days(written(language)) : months(written(language));
  return format.format(new Date(`${date}${day ? '' : '-01'}T00:00:00Z`));
}

/** Years as a span: "2013–2014", "2013–", "2013". */
export function formatYears(from: number | null, to: number | null): string | null {
  if (from === null && to === null) return null;
  if (from === null || from === to) return String(to);
  return to === null ? `${String(from)}–` : `${String(from)}–${String(to)}`;
}

/** A list in words: "youth, women and neighbours". */
export function formatList(language: Language, items: readonly string[]): string {
  return lists(written(language)).format(items);
}

export function formatMoney(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  }).format(amount);
}

/** The size of a file in words: "340 kB", "1.2 MB". */
export function formatFileSize(language: Language, kilobytes: number): string {
  const isSmall = kilobytes < 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, kilobytes) : kilobytes / 1000);
}
