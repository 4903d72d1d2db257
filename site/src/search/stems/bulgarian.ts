import { endings, stripAll } from './strip.ts';

const cases = endings(
  'iot iyat iyata iya yata yat ata stta zhta eto oto ite ete ovete evete ove eve at ot ya a e i o u y',
  3,
);

/** Light, for Bulgarian and Macedonian: article, number and gender. */
export function stemBulgarian(word: string): string {
  return stripAll(word, cases)
    .replace(/(....)anin$/, '$1an')
    .replace(/(..[^aeiou])[ae]([rlnm])$/, '$1$2')
    .replace(/([nz])its$/, '$1ik');
}
