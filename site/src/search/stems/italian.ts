/** Common nouns whose feminine means another thing than the masculine: "porta" is no "porto". */
const apart = new Set('port cas post banc cors mod foll pal'.split(' '));

/** Light: the final vowel that carries gender and number, and what spelling adds before it. */
export function stemItalian(word: string): string {
  if (word.length < 4) return word;
  const stem = word
    .replace(/[aeiou]$/, '')
    .replace(/([cg])h$/, '$1')
    .replace(/(..)i$/, '$1');
  return apart.has(stem) && /[ae]$/.test(word) ? `${stem}a` : stem;
}
