/** What the page of every record says about itself: where it comes from and in which language. */
import { type Localised, type Phrase, translationOf } from '../collections/localised.ts';
import type { Source } from '../collections/fields.ts';
import type { Language } from '../languages.ts';

type Recorded = {
  readonly ref: string;
  readonly sources: readonly Source[];
  readonly basis: string | null;
  readonly lastChecked: string | null;
};

/** `main` is the text a reader comes for: when it is missing in the language, the page is. */
export function viewRecord<T>(
  language: Language,
  entry: Recorded & { readonly text: Localised<T> },
  main: Phrase | null,
) {
  return {
    ref: entry.ref,
    sources: entry.sources,
    basis: entry.basis,
    lastChecked: entry.lastChecked,
    translation: main?.lang ? ('missing' as const) : translationOf(entry.text, language),
  };
}

/** A date as sources give it: a whole or partial ISO date, else the words as they are. */
export function isoDate(date: string): string | null {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : null;
}
