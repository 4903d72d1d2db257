/** The words of the members' section: apart from those of the public pages, which do not carry them. */
import type { Language } from '../../languages.ts';
import { fillMessage, type Message, type Values } from '../message.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { ro } from './ro.ts';
import { sr } from './sr.ts';

type MemberKey = keyof typeof en;
export type MemberMessages = Readonly<Record<MemberKey, Message>>;
/** What scripts say at run time; all else stands in the pages. */
export type SayKey = Extract<MemberKey, `say.${string}`>;
export type TranslateForMembers = (key: MemberKey, values?: Values) => string;

const dictionaries: Readonly<Record<Language, MemberMessages>> = { en, el, ro, it, 'sr-Latn': sr };

export function memberTranslator(language: Language): TranslateForMembers {
  const dictionary = dictionaries[language];
  return (key, values = {}) => fillMessage(language, dictionary[key], values);
}

/** The texts that scripts say, as JSON for an attribute of the page. */
export function wordsToSay(language: Language): string {
  const said = Object.entries(dictionaries[language]).filter(([key]) => key.startsWith('say.'));
  return JSON.stringify(Object.fromEntries(said));
}
