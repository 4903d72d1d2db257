/** Words of another script inside a text, told apart so that each is marked with its language. */
import type { Phrase } from '../collections/localised.ts';

const runs =
  /([\p{Script=Greek}\p{M}]{2,}(?:[\s–-]+[\p{Script=Greek}\p{M}]+)*|[\p{Script=Cyrillic}\p{M}]{2,}(?:[\s–-]+[\p{Script=Cyrillic}\p{M}]+)*)/u;

/** The text in pieces: those in Greek or Cyrillic letters are in `foreign`, the others in `lang`. */
export function scriptRuns(text: string, lang: string | null, foreign: string): Phrase[] {
  return text
    .split(runs)
    .map((piece, index) => ({ text: piece, lang: index % 2 === 1 ? foreign : lang }))
    .filter((piece) => piece.text !== '');
}
