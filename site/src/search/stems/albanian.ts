import { endings, strip } from './strip.ts';

const cases = endings('eve ave ese ise et it in at ve es is un i a e u t n', 4);

/** Light: the definite forms and the commonest endings of case and number. */
export function stemAlbanian(word: string): string {
  return strip(word, cases);
}
