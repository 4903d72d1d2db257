/** The questions of the members' forms and what helps to answer them. */
import type { Language } from '../../languages.ts';
import { languageName } from '../format.ts';
import { label, type ListName } from '../label.ts';
import { formTexts as el } from './el.ts';
import { formTexts as en } from './en.ts';
import { formTexts as it } from './it.ts';
import { formTexts as ro } from './ro.ts';
import { formTexts as sr } from './sr.ts';

type FormTextKey = keyof typeof en;
export type FormTexts = Readonly<Record<FormTextKey, readonly [string, string?]>>;

const dictionaries: Readonly<Record<Language, FormTexts>> = { en, el, ro, it, 'sr-Latn': sr };

export interface FormText {
  readonly label: string;
  readonly help: string | null;
}

/** Throws where a form asks for what nobody has put into words. */
export function formText(language: Language, key: string): FormText {
  const texts: Readonly<Record<string, readonly [string, string?]>> = dictionaries[language];
  const text = texts[key];
  if (!text) throw new Error(`The form has no words for "${key}" (site/src/i18n/form).`);
  return { label: text[0], help: text[1] ?? null };
}

const lists: Readonly<Record<string, ListName>> = {
  costBand: 'costBand',
  evidence: 'evidenceGrade',
  form: 'practiceForm',
  level: 'participationLevel',
  licence: 'licence',
  lifecycle: 'lifecycle',
  participationLevel: 'participationLevel',
  type: 'actorType',
  who: 'actorType',
  groupsReached: 'socialGroup',
};
const ownLists: Readonly<Record<string, string>> = { kind: 'noticeKind', by: 'translatedBy' };

/** A value of a field's list in words. */
export function valueText(language: Language, field: string, value: string): string {
  if (field === 'language' || field === 'originalLanguage') return languageName(language, value);
  const own = ownLists[field];
  if (own) return formText(language, `values.${own}.${value}`).label;
  const list = lists[field];
  if (!list) throw new Error(`The form has no words for the values of "${field}".`);
  return label(language, list, value);
}
