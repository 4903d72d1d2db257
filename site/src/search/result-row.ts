import { beside } from '../i18n/beside.ts';
import type { Found } from './engine.ts';
import { showMarked } from './marked-text.ts';
import type { Fragment } from './pagefind.ts';
import { lineField, shownLanguages, titleField } from './shown-fields.ts';
import { unknownValue } from '../urls.ts';

export type RowSettings = {
  readonly template: HTMLTemplateElement;
  /** The reader's language (BCP 47) and the start of its addresses: "/el", or nothing. */
  readonly language: string;
  readonly prefix: string;
  /** What a value of a facet is called. */
  readonly labelOf: (key: string, value: string) => string | null;
  readonly kindOf: (type: string) => string;
};

/** More towns than this are not named. */
const namedTowns = 2;

export function makeRow(
  settings: RowSettings,
  { url, meta, filters }: Fragment,
  isMatch: Found['isMatch'],
): HTMLElement | null {
  const row = settings.template.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return null;
  const language = languageFor(settings.language, shownLanguages(meta));
  const link = row.querySelector('a');
  const line = row.querySelector<HTMLElement>('.one');
  const kind = row.querySelector('.cap');
  if (!link || !line || !kind) return null;
  row.dataset.ref = meta.ref ?? '';
  row.id = row.dataset.ref.toLowerCase();
  link.href = settings.prefix + url;
  const shown = [
    [link, meta[titleField(language)]],
    [line, meta[lineField(language)]],
  ] as const;
  for (const [element, text = ''] of shown) {
    if (language !== settings.language) element.lang = language;
    element.hidden = text === '';
    showMarked(element, text, language, isMatch);
  }
  const type = filters.type?.[0] ?? '';
  kind.textContent = [
    settings.kindOf(type),
    ...placesOf(settings, type, filters),
    ...otherLanguage(settings.language, language),
  ].join(beside);
  return row;
}

/** The reader's language, else English, else the one it was written in. */
function languageFor(wanted: string, offered: readonly string[]): string {
  return [wanted, 'en'].find((each) => offered.includes(each)) ?? offered[0] ?? wanted;
}

/** What an entry is shown in, where that is not the reader's language. */
function otherLanguage(reader: string, shown: string): string[] {
  if (shown === reader) return [];
  return [new Intl.DisplayNames(reader, { type: 'language' }).of(shown) ?? shown];
}

function placesOf({ labelOf }: RowSettings, type: string, filters: Fragment['filters']): string[] {
  const named = (key: string): string[] => {
    // Not knowing the town is a filter, not a place.
    const values = (filters[key] ?? []).filter((value) => value !== unknownValue);
    return values.length > namedTowns ? [] : values.flatMap((value) => labelOf(key, value) ?? []);
  };
  const places = [...(type === 'city' ? [] : named('city')), ...named('country')];
  return places.length === 0 ? [] : [places.join(', ')];
}
