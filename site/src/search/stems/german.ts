import { endings, strip } from './strip.ts';

const feminine = endings('erinnen erin', 4);
const cases = endings('ern em en er es e', 3);

/** Light: feminine forms and the endings of case and number. Umlauts are folded before. */
export function stemGerman(word: string): string {
  const base = word.replace(/(?<![aeiouq])([aou])e(?!$)/g, '$1');
  const person = strip(base, feminine);
  if (person !== base) return strip(`${person}er`, cases);
  // "Bürger" is not the plural of "Burg".
  if (/burger(s|n|in)?$/.test(base)) return base.replace(/(s|n|in)$/, '');
  const noun = base.replace(/([bdfghklmnrt])s$/, '$1').replace(/(e[lr])n$/, '$1');
  return strip(noun.length < 3 ? base : noun, cases);
}
