import { expect, it } from 'vitest';
import {
  challenge,
  city,
  idOf,
  methodology,
  practice,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { viewSearchPage } from './search-page.ts';

const kavala = city('SEE-C-001', { name: 'Kavala', slug: 'kavala' }, { el: { name: 'Καβάλα' } });
const trust = challenge('SEE-T-001', { slug: 'trust' }, { el: { title: 'Εμπιστοσύνη' } });
const inKavala = { links: { cities: [idOf('SEE-C-001')], challenges: [idOf('SEE-T-001')] } };

const guide = { slug: 'workshops', title: 'Workshops', lead: 'How.', order: 1, basedOn: [] };

function facetsOf(
  entries: Parameters<typeof tinySnapshot>[0],
  language: 'en' | 'el' = 'en',
  guides: readonly (typeof guide)[] = [],
) {
  const { facets } = viewSearchPage(tinySnapshot(entries), language, guides);
  return new Map(
    facets.map(({ key, values }) => [
      key,
      values.map(({ value, text, count }) => `${value} ${text} ${String(count)}`),
    ]),
  );
}

it('counts entries of all types by kind', () => {
  const facets = facetsOf([kavala, trust, practice('SEE-P-001'), practice('SEE-P-002')]);
  expect(facets.get('type')).toEqual([
    'practice Practices 2',
    'city Cities and regions 1',
    'challenge Challenges 1',
  ]);
});

it('names the values in the language of the page', () => {
  const facets = facetsOf(
    [kavala, trust, practice('SEE-P-001', inKavala), practice('SEE-P-002')],
    'el',
  );
  expect(facets.get('city')).toEqual(['kavala Καβάλα 2', 'unknown άγνωστο 1']);
  expect(facets.get('challenge')?.[0]).toBe('trust Εμπιστοσύνη 2');
});

it('leaves types without a property out of its facet', () => {
  const cost = { costCard: { costBand: 'under5k' } };
  const facets = facetsOf([
    kavala,
    trust,
    practice('SEE-P-001', cost),
    practice('SEE-P-002'),
    methodology('SEE-M-001', { costBand: 'under5k' }),
  ]);
  expect(facets.get('cost')?.map((text) => text.split(' ')[0])).toEqual(['under5k', 'unknown']);
  expect(facets.get('cost')?.map((text) => text.split(' ').at(-1))).toEqual(['2', '1']);
});

it('does not offer a facet that is known for less than three entries of ten', () => {
  const refs = ['1', '2', '3', '4'].map((number) => `SEE-P-00${number}`);
  const costs = (known: number) =>
    facetsOf(
      refs.map((ref, index) =>
        practice(ref, index < known ? { costCard: { costBand: 'under5k' } } : {}),
      ),
    );
  expect(costs(1).has('cost')).toBe(false);
  expect(costs(2).has('cost')).toBe(true);
});

it('counts the guides, which are in English', () => {
  const facets = facetsOf([practice('SEE-P-001', { originalLanguage: 'hu' })], 'el', [guide]);
  expect(facets.get('type')).toEqual(['practice Πρακτικές 1', 'guide Πρακτικοί οδηγοί 1']);
  expect(facets.get('language')).toEqual(['en Αγγλικά 1', 'hu Ουγγρικά 1']);
});
