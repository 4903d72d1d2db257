import { remember } from './remember.ts';

/** A text, or its forms by number (CLDR categories of the language). `{name}` is filled in. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type Values = Readonly<Record<string, string | number>>;

const forms = remember((language) => new Intl.PluralRules(language));
const numbers = remember((language) => new Intl.NumberFormat(language));

/** A message with its values. One with forms chooses by the value `count`. */
export function fillMessage(language: string, message: Message, values: Values): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[forms(language).select(Number(values.count ?? 0))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? numbers(language).format(value) : value;
  });
}
