/** What the section's scripts say, in the page's language: the build hands it over in an attribute. */
import type { SayKey } from '../i18n/members/translate.ts';
import { RequestFailed, SaidFailure } from './request-failed.ts';
import { fieldsOf, parseJson, textOf } from './unknown.ts';

type Values = Readonly<Record<string, string | number>>;

let messages: Readonly<Record<string, unknown>> | null = null;

export function say(key: SayKey, values: Values = {}): string {
  messages ??= readMessages();
  const message = messages[key];
  const { lang } = document.documentElement;
  const form = new Intl.PluralRules(lang).select(Number(values.count ?? 0));
  const forms = fieldsOf(message);
  const text = textOf(message) || textOf(forms[form]) || textOf(forms.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : value;
  });
}

/** Several names in a row: "a, b and c", or "a, b or c". */
export function sayList(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(document.documentElement.lang, { type }).format(names);
}

/** What went wrong, as a sentence for the member. */
export function sayFailure(error: unknown): string {
  if (error instanceof SaidFailure) return error.message;
  if (!(error instanceof RequestFailed)) throw error;
  const { status, retryAfter, message } = error;
  if (status === 0) return say('say.cut');
  if (status === 429) return say('say.tooOften', { count: Math.ceil((retryAfter ?? 60) / 60) });
  if (status >= 500) return say('say.broken');
  if (status === 401) return say('say.signedOut');
  if (status === 404) return say('say.gone');
  if (status === 409) return say('say.conflict');
  if (status === 413) return say('say.tooLarge');
  if (status === 415) return say('say.wrongType');
  return message;
}

/** A moment in words: the time alone where it is of today. */
export function sayTime(iso: string | number): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale(), isToday ? time : { ...day, ...time }).format(at);
}

export function sayDay(iso: string): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale(), day).format(new Date(iso));
}

// English here is written the British way: the day before the month.
function locale(): string {
  const { lang } = document.documentElement;
  return lang === 'en' ? 'en-GB' : lang;
}

function readMessages(): Readonly<Record<string, unknown>> {
  const holder = document.querySelector<HTMLElement>('[data-words]');
  return fieldsOf(parseJson(holder?.dataset.words ?? '{}'));
}
