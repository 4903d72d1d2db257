/** Sounds that are written in several ways, by Greeks and by those who write Greek in Latin letters. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[ck]h|ch/g, 'h'],
  [/ou/g, 'u'],
  [/[eo]i/g, 'i'],
  [/y/g, 'i'],
  [/w/g, 'o'],
  [/mp/g, 'b'],
  [/nt/g, 'd'],
  [/[gn][gk]/g, 'g'],
  [/c/g, 'k'],
  [/f/g, 'v'],
  [/([^aeiou])\1/g, '$1'],
];

/** Light: case and number of nouns and adjectives, on the sounds rather than the spelling. */
export function stemGreek(word: string): string {
  const heard = sounds.reduce((text, [written, sound]) => text.replace(written, sound), word);
  if (heard.length < 3 || /\d/.test(heard)) return heard;
  const stem = heard.replace(/[sn]$/, '').replace(/(..)[aeiou]+$/, '$1');
  return stem.replace(/(..m)at$/, '$1');
}
