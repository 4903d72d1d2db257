import type { Language } from '../languages.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { fillMessage, type Message, type Values } from './message.ts';
import { ro } from './ro.ts';
import { sr } from './sr.ts';

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, Message>>;

const dictionaries: Readonly<Record<Language, Messages>> = { en, el, ro, it, 'sr-Latn': sr };

export type Translate = (key: MessageKey, values?: Values) => string;

/** The interface's texts in a language. A message with forms chooses by the value `count`. */
export function translator(language: Language): Translate {
  const dictionary = dictionaries[language];
  return (key, values = {}) => fillMessage(language, dictionary[key], values);
}
