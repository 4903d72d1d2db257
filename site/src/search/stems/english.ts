/** The first step of Porter's stemmer and its silent e: plural, past, -ing. */
const irregular: Readonly<Record<string, string>> = {
  children: 'child',
  women: 'woman',
  men: 'man',
  analyses: 'analysis',
  cities: 'city',
};

export function stemEnglish(word: string): string {
  const one = asAmericans(withoutPlural(irregular[word] ?? word));
  return withoutSilentE(withoutVerbEnding(one)).replace(/([^aeiou])y$/, '$1i');
}

/** "Centre", "neighbour", "organise", "programme": both spellings meet. */
function asAmericans(word: string): string {
  return word
    .replace(/(..[bt])re$/, '$1er')
    .replace(/(...)our/, '$1or')
    .replace(/(...)iz/, '$1is')
    .replace(/mme$/, 'm');
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return /(ss|sh|ch|x|us)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  const [, stem = ''] = /^(.*[aeiouy].*)(?:ed|ing|ings)$/.exec(word) ?? [];
  if (stem.length < 3 || word.endsWith('eed')) return word;
  if (/(?:at|bl|iz|is)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return isShort(stem) ? `${stem}e` : stem;
}

function withoutSilentE(word: string): string {
  const stem = word.slice(0, -1);
  return word.length > 4 && word.endsWith('e') && !isShort(stem) ? stem : word;
}

/** One syllable that ends as "plan" or "rat": there an e at the end makes another word. */
function isShort(stem: string): boolean {
  return /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(stem);
}
