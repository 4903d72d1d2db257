import { type FamilyMark, familyMarks, familyOf, keyOf } from './analyse.ts';
import { wordsOf } from './fold.ts';
import { anyLanguage, type Said, type SearchRecord } from './record.ts';

/** How often a key stands in the content. More often makes the index fall into smaller pieces. */
const times = 7;
/** A title's places are shared by its words: a town is found by its name before what names it too. */
const timesInTitle = 64;
const leastInTitle = 14;
/** Contents are filled up to a multiple of this many places, and so become nearly all as long. */
const places = 2048;
/** Takes a place and is no word. */
const filler = '-';

/**
 * The keys of all an entry's texts in alphabetical order. The order within a text means nothing to
 * this search; sorted keys in contents of one length make everything a reader loads a third smaller.
 */
export function contentOf({ ref, titles, texts }: SearchRecord): string {
  const counts = new Map<string, number>();
  for (const key of keysOfAll([...texts(), { text: ref, language: anyLanguage }])) {
    counts.set(key, times);
  }
  for (const title of titles()) {
    const keys = keysOfAll([title]);
    const share = Math.max(leastInTitle, Math.round(timesInTitle / keys.size));
    for (const key of keys) counts.set(key, Math.max(share, counts.get(key) ?? 0));
  }
  const content = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, count]) => Array<string>(count).fill(key));
  const missing = places - (content.length % places);
  return [...content, ...Array<string>(missing).fill(filler)].join(' ');
}

function keysOfAll(texts: readonly Said[]): Set<string> {
  const keys = new Set<string>();
  for (const { text, language } of texts) {
    const marks = language === anyLanguage ? familyMarks : [familyOf(language)];
    for (const word of wordsOf(text)) {
      for (const mark of marks) {
        const key = rememberedKey(word, mark);
        if (key !== null) keys.add(key);
      }
    }
  }
  return keys;
}

/** Ten thousand texts hold few different words. */
const remembered = new Map<FamilyMark, Map<string, string | null>>(
  familyMarks.map((mark) => [mark, new Map()]),
);
function rememberedKey(word: string, mark: FamilyMark): string | null {
  const words = remembered.get(mark);
  const found = words?.get(word);
  if (found !== undefined) return found;
  const key = keyOf(word, mark);
  words?.set(word, key);
  return key;
}
