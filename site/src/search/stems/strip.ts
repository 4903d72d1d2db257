/** Endings of a language, longest first, and how short a word may become by losing one. */
export type Endings = { readonly endings: readonly string[]; readonly least: number };

/** Reads a list of endings written with blanks between them. */
export function endings(list: string, least: number): Endings {
  return { endings: list.split(' ').sort((a, b) => b.length - a.length), least };
}

/** The word without the longest ending that leaves enough of it. */
export function strip(word: string, { endings: list, least }: Endings): string {
  const ending = list.find((each) => word.length - each.length >= least && word.endsWith(each));
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** As `strip`, again and again until nothing more comes off. */
export function stripAll(word: string, list: Endings): string {
  let before = word;
  let after = strip(word, list);
  while (after !== before) {
    before = after;
    after = strip(before, list);
  }
  return after;
}
