/**
 * Words in one plain Latin form: no capitals, no accents, no other script. "Bălți", "Балти" and
 * "BALTI" meet here.
 */

/** Cyrillic has two habits of Latin spelling: the one of Serbian, and the one of Bulgarian and Macedonian. */
export type Cyrillic = 'serbian' | 'bulgarian';

const shared =
  'а a б b в v г g д d е e з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ' +
  'ј j љ lj њ nj ъ a ь y ѐ e ѝ i і i ї yi є ye ґ g ы y э e ё e';
const spellings: Readonly<Record<Cyrillic, ReadonlyMap<string, string>>> = {
  serbian: pairs(`${shared} ж z ц c ч c ш s щ st ђ d ћ c џ dz ѓ d ќ c ѕ dz ю ju я ja`),
  bulgarian: pairs(`${shared} ж zh ц ts ч ch ш sh щ sht ђ d ћ c џ dzh ѓ gj ќ kj ѕ dz ю yu я ya`),
};

const greek = pairs(
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
);
/** Letters that stay whole when their marks are taken away. */
const whole = pairs('đ d ð d ł l ß ss ø o æ ae œ oe ı i þ th ħ h ŋ n');

/** Letters of scripts that the region does not write are left out. */
export function fold(word: string, cyrillic: Cyrillic = 'bulgarian'): string {
  const lower = word.normalize('NFC').toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return replaceAll(lower, spellings[cyrillic])
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ου/g, 'ou')
    .replace(/([αεη])υ/g, '$1v')
    .replace(/[^a-z0-9]/g, (letter) => greek.get(letter) ?? whole.get(letter) ?? '');
}

/** The words of a text as they stand there. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\b(see)-([a-z])-(\d+)\b/gi, '$1$2$3')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function replaceAll(text: string, table: ReadonlyMap<string, string>): string {
  let result = '';
  for (const letter of text) result += table.get(letter) ?? letter;
  return result;
}

function pairs(table: string): ReadonlyMap<string, string> {
  const letters = table.split(' ');
  return new Map(
    letters.flatMap((letter, index) => (index % 2 ? [] : [[letter, letters[index + 1] ?? '']])),
  );
}
