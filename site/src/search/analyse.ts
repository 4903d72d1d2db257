/**
 * How a text becomes keys to find it by, for the index and for the query alike. A key is a word's
 * stem and one Greek letter for the family of languages whose endings were taken off: a German
 * ending never makes two Italian words one.
 */
import { type Cyrillic, fold, wordsOf } from './fold.ts';
import { stemAlbanian } from './stems/albanian.ts';
import { stemBulgarian } from './stems/bulgarian.ts';
import { stemEnglish } from './stems/english.ts';
import { stemGerman } from './stems/german.ts';
import { stemGreek } from './stems/greek.ts';
import { stemHungarian } from './stems/hungarian.ts';
import { stemItalian } from './stems/italian.ts';
import { stemRomanian } from './stems/romanian.ts';
import { stemSouthSlavic } from './stems/south-slavic.ts';

type Family = {
  /** BCP 47 languages, without region and script. */
  readonly languages: string;
  readonly stem: (folded: string) => string;
  /** Folded words that say nothing on their own. */
  readonly stop: string;
  readonly cyrillic?: Cyrillic;
};

const slavicStop = 'i u na za se je da od do iz po su ili kao';
const families = {
  α: { languages: 'sq', stem: stemAlbanian, stop: 'dhe ne te nga per me nje se' },
  β: {
    languages: 'bg mk uk',
    stem: stemBulgarian,
    stop: 'i na za ot se da po sas do pri ne kato ili vo so od',
  },
  γ: {
    languages: 'de',
    stem: stemGerman,
    stop: 'der die das den dem des und in im zu zur mit fur von ein eine auf ist',
  },
  ε: {
    languages: 'en',
    stem: stemEnglish,
    stop: 'the of and to in for on at by with from is are was were be it its as that this an or',
  },
  η: {
    languages: 'el',
    stem: stemGreek,
    stop: 'kai to ta ton tin tou tis ton oi stin sto stis apo gia me se poly einai',
  },
  ι: {
    languages: 'it',
    stem: stemItalian,
    stop: 'il lo la gli le di del della dei delle da in con per un una e che al alla nel nella',
  },
  μ: { languages: 'hu', stem: stemHungarian, stop: 'az es egy is nem hogy' },
  ρ: {
    languages: 'ro',
    stem: stemRomanian,
    stop: 'si de la in pe cu un o din pentru al ale a sau care este',
  },
  ω: {
    languages: 'hr sr bs cnr sl sh me',
    stem: stemSouthSlavic,
    stop: `${slavicStop} in v ki ter pri`,
    cyrillic: 'serbian',
  },
} as const satisfies Record<string, Family>;

export type FamilyMark = keyof typeof families;
export const familyMarks = ['α', 'β', 'γ', 'ε', 'η', 'ι', 'μ', 'ρ', 'ω'] as const;

const analysers = new Map(
  familyMarks.map((mark) => [mark, analyser(mark, families[mark])] as const),
);
const byLanguage = new Map(
  familyMarks.flatMap((mark) =>
    families[mark].languages.split(' ').map((language) => [language, mark] as const),
  ),
);

/** The family of a language (BCP 47); English for one that is not of the region. */
export function familyOf(language: string): FamilyMark {
  return byLanguage.get(language.split('-')[0] ?? '') ?? 'ε';
}

/** The keys of a text's words in their order; words that say nothing are left out. */
export function keysOf(text: string, mark: FamilyMark): string[] {
  return wordsOf(text).flatMap((word) => keyOf(word, mark) ?? []);
}

/** The key of one word, or null when it says nothing. */
export function keyOf(word: string, mark: FamilyMark): string | null {
  return analysers.get(mark)?.(word) ?? null;
}

function analyser(mark: FamilyMark, family: Family): (word: string) => string | null {
  const stop = new Set(family.stop.split(' '));
  return (word) => {
    const folded = fold(word, family.cyrillic);
    if (stop.has(folded) || (folded.length < 2 && !/\d/.test(folded))) return null;
    return (/\d/.test(folded) ? folded : family.stem(folded)) + mark;
  };
}
