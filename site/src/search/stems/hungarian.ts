import { endings, stripAll } from './strip.ts';

const cases = endings(
  'ban ben bol rol tol nak nek val vel hoz hez ert kent nal nel kor ba be ra re ig on en ' +
    'at et ot ak ek ok jai jei ai ei ja je a e i o',
  3,
);

/** Light: case, number and possession. */
export function stemHungarian(word: string): string {
  const base = word
    .replace(/uk$/, 'u')
    .replace(/(..)([^aeiou])\2[ae]l$/, '$1$2')
    .replace(/(..[lnrsz])t$/, '$1');
  const stem = stripAll(base, cases);
  return stem === base ? stem : stripAll(stem.replace(/(..[lnrsz])t$/, '$1'), cases);
}
