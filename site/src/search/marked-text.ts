import { familyOf } from './analyse.ts';
import type { Found } from './engine.ts';

/** Puts a text into an element, with the words that were looked for marked. */
export function showMarked(
  element: Element,
  text: string,
  language: string,
  isMatch: Found['isMatch'],
): void {
  const mark = familyOf(language);
  const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    if (!isMatch(piece, mark)) return piece;
    const marked = document.createElement('mark');
    marked.textContent = piece;
    return marked;
  });
  element.replaceChildren(...pieces);
}
