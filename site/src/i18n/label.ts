import type { Phrase } from '../collections/localised.ts';
import type { Language } from '../languages.ts';
import { labels as el } from './labels/el.ts';
import { labels as en } from './labels/en.ts';
import { labels as it } from './labels/it.ts';
import { labels as ro } from './labels/ro.ts';
import { labels as sr } from './labels/sr.ts';

export type ListName = keyof typeof en;
export type Labels = { readonly [L in ListName]: { readonly [V in keyof (typeof en)[L]]: string } };

const byLanguage: Readonly<Record<Language, Labels>> = { en, el, ro, it, 'sr-Latn': sr };

/** The plain word for a value of a controlled list; the value itself when the list lacks it. */
export function label(language: Language, list: ListName, value: string): string {
  const words: Readonly<Record<string, string>> = byLanguage[language][list];
  return words[value] ?? value;
}

/**
 * A plain text that often is one of a few words: the word in the page's language, or the text itself,
 * marked as English.
 */
export function labelOrText(language: Language, list: ListName, text: string): Phrase {
  if (Object.hasOwn(byLanguage.en[list], text)) {
    return { text: label(language, list, text), lang: null };
  }
  return { text, lang: language === 'en' ? null : 'en' };
}

/** Target of the Sustainable Development Goals as it is written: `sdg11_a` → "11.a". */
export function sdgTarget(value: string): string {
  return value.replace(/^sdg/, '').replace('_', '.');
}
