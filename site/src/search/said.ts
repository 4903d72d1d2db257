import { type Challenge, challenges } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import type { Localised } from '../collections/localised.ts';
import { languages } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anyLanguage, type Said } from './record.ts';

/** A text as it stands in each language that the entry has. */
export function inEachLanguage<T>(
  texts: Localised<T>,
  pick: (own: T) => readonly (string | null)[],
): Said[] {
  return languages.flatMap(({ tag }) => {
    const own = texts[tag];
    return own === undefined ? [] : said(tag, pick(own));
  });
}

export function said(language: string, texts: readonly (string | null)[]): Said[] {
  return texts.flatMap((text) => (text === null ? [] : [{ text, language }]));
}

/** All names of a town, for every language to bend. */
export function namesOf(city: City): Said[] {
  return said(anyLanguage, [
    city.localName,
    city.latinName,
    ...city.otherNames,
    ...languages.map(({ tag }) => city.text[tag]?.name ?? null),
  ]);
}

/** What an entry's challenges are called. */
export function titlesOfChallenges(snapshot: Snapshot, ids: readonly string[]): Said[] {
  return snapshot
    .linked(challenges, ids)
    .flatMap(({ text }: Challenge) => inEachLanguage(text, ({ title }) => [title]));
}
