import { expect, it } from 'vitest';
import { glossaryTerm, idOf, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { viewGlossary } from './glossary.ts';

const region = glossaryTerm(
  'SEE-G-001',
  {
    concept: 'Region',
    group: 'government',
    links: { related: [idOf('SEE-G-002')] },
    nationalTerms: [
      { language: 'srCyrl', country: 'RS', term: 'регион', note: 'Earlier округ' },
      { language: 'el', country: 'GR', term: 'Περιφέρεια' },
      { language: 'srLatn', country: 'RS', term: 'region' },
      { language: 'bg', country: 'BG', term: 'регион', abbreviation: 'Р' },
    ],
  },
  { el: { concept: 'Περιφέρεια' } },
);
const assembly = glossaryTerm('SEE-G-002', { concept: 'Assembly', group: 'participation' });
const access = glossaryTerm('SEE-G-003', { concept: 'Άνοιγμα' });

it('stands in the order of the alphabet, under letters without accents', () => {
  const { letters, count, terms } = viewGlossary(tinySnapshot([region, assembly, access]), 'el');
  expect(letters.map(({ letter }) => letter)).toEqual(
    [...letters.map(({ letter }) => letter)].sort(new Intl.Collator('el').compare),
  );
  expect(new Set(letters.map(({ letter }) => letter))).toEqual(new Set(['A', 'Α', 'Π']));
  expect([count, terms]).toEqual([3, 4]);
});

it('names the language where one country has several, the reader’s own term first', () => {
  const { letters } = viewGlossary(tinySnapshot([region, assembly]), 'el');
  const concept = letters
    .flatMap(({ concepts }) => concepts)
    .find(({ ref }) => ref === 'SEE-G-001');
  expect(concept?.terms.map(({ lang }) => lang)).toEqual(['el', 'bg', 'sr-Cyrl', 'sr-Latn']);
  const english = viewGlossary(tinySnapshot([region]), 'en').letters[0]?.concepts[0];
  expect(english?.terms.map(({ where }) => where)).toEqual([
    'Bulgaria',
    'Greece',
    'Serbia, Serbian (Cyrillic)',
    'Serbia, Serbian (Latin)',
  ]);
  expect(english?.terms[2]?.note).toEqual([
    { text: 'Earlier ', lang: null },
    { text: 'округ', lang: 'sr-Cyrl' },
  ]);
});

it('links what is related, and groups by theme without empty ones', () => {
  const { groups } = viewGlossary(tinySnapshot([region, assembly]), 'en');
  expect(groups.map(({ title }) => title)).toEqual(['Participation', 'Government']);
  expect(groups[1]?.concepts[0]?.related).toEqual([
    { title: { text: 'Assembly', lang: null }, href: '#see-g-002' },
  ]);
});
