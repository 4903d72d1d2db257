import type { Language } from '../languages.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { remember } from './remember.ts';
import { ro } from './ro.ts';
import { sr } from './sr.ts';

/** A text, or its forms by number (CLDR categories of the language). `{name}` is filled in. */
type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, Message>>;

const dictionaries: Readonly<Record<Language, Messages>> = { en, el, ro, it, 'sr-Latn': sr };

type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: Values) => string;

const forms = remember((language) => new Intl.PluralRules(language));
const numbers = remember((language) => new Intl.NumberFormat(language));

/** The interface's texts in a language. A message with forms chooses by the value `count`. */
export function translator(language: Language): Translate {
  const dictionary = dictionaries[language];
  return (key, values = {}) => {
    const message = dictionary[key];
    const text =
      typeof message === 'string'
        ? message
        : (message[forms(language).select(Number(values.count ?? 0))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers(language).format(value) : value;
    });
  };
}
