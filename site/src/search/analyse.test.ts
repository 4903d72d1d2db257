import { describe, expect, it } from 'vitest';
import { familyMarks, familyOf, keyOf, keysOf } from './analyse.ts';
import { wordPairs } from './fixtures/word-pairs.ts';

const pairsOf = (list: string) => list.split(',').map((pair) => pair.trim().split(/\s+/));
const meet = (language: string) => {
  const family = familyOf(language);
  return ([one = '', other = '']: string[]) => keyOf(one, family) === keyOf(other, family);
};

describe('forms of one word', () => {
  it.each(Object.keys(wordPairs))('meet in %s in at least nine of ten pairs', (language) => {
    const pairs = pairsOf(wordPairs[language]?.same ?? '');
    expect(pairs.length).toBeGreaterThanOrEqual(20);
    const missed = pairs.filter((pair) => !meet(language)(pair));
    expect(missed.length, `missed: ${missed.join(' ')}`).toBeLessThanOrEqual(pairs.length * 0.1);
  });

  it('are told from words that only look alike in at least 98 of 100 pairs', () => {
    const pairs = Object.entries(wordPairs).flatMap(([language, { apart }]) =>
      pairsOf(apart).map((pair) => ({ pair, isHit: meet(language)(pair) })),
    );
    const hits = pairs.filter(({ isHit }) => isHit).map(({ pair }) => pair.join('/'));
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(hits.length, `false hits: ${hits.join(' ')}`).toBeLessThanOrEqual(pairs.length * 0.02);
  });
});

describe('scripts and accents', () => {
  it.each([
    ['Balti', 'Bălți', 'ro'],
    ['BALTI', 'Bălţi', 'ro'],
    ['Kavala', 'Καβάλα', 'el'],
    ['Темерин', 'Temerin', 'sr'],
    ['Dunđerski', 'Dundjerski', 'sr'],
    ['Враца', 'Vratsa', 'bg'],
    ['Gyor', 'Győr', 'hu'],
    ['Strasse', 'Straße', 'de'],
    ['Lodz', 'Łódź', 'en'],
  ])('%s finds %s', (typed, written, language) => {
    expect(keyOf(typed, familyOf(language))).toBe(keyOf(written, familyOf(language)));
  });

  it('reads decomposed letters as composed ones', () => {
    expect(keysOf('Bălți'.normalize('NFD'), 'ρ')).toEqual(keysOf('Bălți', 'ρ'));
  });
});

describe('keys', () => {
  it('leave out words that say nothing, and single letters', () => {
    expect(keysOf("The plan of Kavala's port", 'ε')).toEqual(['planε', 'kavalaε', 'portε']);
  });

  it('keep numbers and record numbers whole', () => {
    expect(keysOf('2014–2020, see SEE-P-012', 'ε')).toEqual(['2014ε', '2020ε', 'seeε', 'seep012ε']);
  });

  it('are plain Latin letters and one mark in every family, so that the index leaves them alone', () => {
    for (const mark of familyMarks) {
      for (const key of keysOf('Şişli Ђура Ψυχή łąka œuvre ẞ ﬁn ½ Київ', mark)) {
        expect(key).toMatch(new RegExp(`^[a-z0-9]+${mark}$`));
      }
    }
  });

  it('never mix families', () => {
    expect(keyOf('market', 'μ')).not.toBe(keyOf('mark', 'ε'));
  });
});
