import { endings, stripAll } from './strip.ts';

const cases = endings(
  'ovima evima ovama ima ama oma ema ami emi imi ovi evi ova eva ove eve ih im om em am ' +
    'og eg oga ega omu emu oj ej ov ev ah eh u a e i o',
  3,
);

/** Light, for Croatian, Serbian, Bosnian, Montenegrin and Slovenian: case, number and gender. */
export function stemSouthSlavic(word: string): string {
  const base = word
    .replace(/dj/g, 'd')
    .replace(/([bcdfgkmprstvz])i?je(?=[bcdfghklmnprstvz])/g, '$1e')
    .replace(/([sz])am$/, '$1m')
    .replace(/kat$/, 'kt');
  return stripAll(base, cases)
    .replace(/(....)anin$/, '$1an')
    .replace(/(..[^aeiou])[ae]([rlnkc])$/, '$1$2')
    .replace(/(...)c$/, '$1k');
}
