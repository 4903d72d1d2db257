import { endings, strip } from './strip.ts';

const cases = endings(
  'urilor urii ura ure ilor elor iilor lor ului lui urile uri iile ile ele le ul ii iei ei ia ie ea ua a e i u o',
  3,
);

/** Light: article, case and number, then the vowels and consonants that change with them. */
export function stemRomanian(word: string): string {
  const regular = word.replace(/^tanar/, 'tiner').replace(/^copii/, 'copili');
  return strip(regular, cases)
    .replace(/(...)[aeiou]+$/, '$1')
    .replace(/ia([^aeiou]+)$/, 'ie$1')
    .replace(/ea([^aeiou]+)$/, 'e$1')
    .replace(/oa([^aeiou]+)$/, 'o$1')
    .replace(/z$/, 'd');
}
