export const SLUG_MAX_LENGTH = 80;
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const DIGRAPHS: [RegExp, string][] = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[αεηιουωβγδζλμνρ])/g, '$1v'],
  [/([αεη])υ/g, '$1f'],
  [/(?<!\p{L})μπ/gu, 'b'],
  [/γγ/g, 'ng'],
  [/γξ/g, 'nx'],
  [/γχ/g, 'nch'],
];

/** Letters that are not an ASCII letter with a mark: Greek (ELOT 743), Cyrillic, and some Latin. */
const LETTERS = new Map<string, string>([
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs(
    'абвгдежзийклмнопрстуфхцчшщъыьэюя',
    'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y  e yu ya',
  ),
  ...pairs('ђѓјљњћќџѕєіїґ', 'dj gj j lj nj c kj dz dz ye i yi g'),
  ...pairs('đðøłıßæœþ', 'd d o l i ss ae oe th'),
]);

function pairs(letters: string, spellings: string): [string, string][] {
  const parts = spellings.split(' ');
  return Array.from(letters, (letter, index) => [letter, parts[index] ?? '']);
}

function spell(text: string, letters: RegExp): string {
  return text.replace(letters, (letter) => LETTERS.get(letter) ?? letter);
}

/** A title as part of an address: Latin letters, digits and hyphens, cut at a word; may be empty. */
export function slugify(title: string): string {
  // Cyrillic first: without their marks й, ї, ѓ and ќ would be other letters.
  const spelled = spell(title.normalize('NFC').toLowerCase(), /\p{Script=Cyrillic}/gu);
  const bare = spelled.normalize('NFKD').replace(/\p{M}/gu, '');
  const latin = DIGRAPHS.reduce(
    (text, [pattern, spelling]) => text.replace(pattern, spelling),
    bare,
  );
  const words = spell(latin, /\P{ASCII}/gu)
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return shorten(words.join('-'), SLUG_MAX_LENGTH);
}

/** Cuts at the last hyphen that fits, or inside a word that is too long by itself. */
export function shorten(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, length);
}
