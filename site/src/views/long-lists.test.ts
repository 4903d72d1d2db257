import { describe, expect, it } from 'vitest';
import { instruments } from '../collections/instruments.ts';
import * as tiny from '../../test/tiny-snapshot.ts';
import { viewChallengeList } from './challenge-list.ts';
import { viewCityList } from './city-list.ts';
import { indexedPages } from './indexed-pages.ts';
import { viewInstrumentPage } from './instrument-page.ts';
import { viewMethodologyList } from './methodology-list.ts';

describe('a list that is longer than one page', () => {
  const refs = ({ rows }: { rows: readonly { ref: string }[] }) => rows.map(({ ref }) => ref);

  it('of methodologies holds each in one part', () => {
    const snapshot = tiny.tinySnapshot([
      tiny.methodology('SEE-M-001'),
      tiny.methodology('SEE-M-101'),
    ]);
    const parts = [1, 2].map((part) => viewMethodologyList(snapshot, 'en', part));
    expect(parts.map(refs)).toEqual([['SEE-M-001'], ['SEE-M-101']]);
    expect(parts[1]?.parts.map(({ part }) => part)).toEqual([1, 2]);
  });

  it('of towns shows on its map those it lists', () => {
    const snapshot = tiny.tinySnapshot([tiny.city('SEE-C-100'), tiny.city('SEE-C-101')]);
    const parts = [1, 2].map((part) => viewCityList(snapshot, 'en', part));
    expect(parts.map(refs)).toEqual([['SEE-C-100'], ['SEE-C-101']]);
    expect(parts.map(({ towns }) => towns.map(({ ref }) => ref))).toEqual(parts.map(refs));
  });

  it('of challenges keeps those below a challenge under it', () => {
    const under = { links: { parent: [tiny.idOf('SEE-T-001')] } };
    const snapshot = tiny.tinySnapshot([
      tiny.challenge('SEE-T-001'),
      tiny.challenge('SEE-T-002', under),
      tiny.challenge('SEE-T-003'),
      tiny.challenge('SEE-T-101', under),
    ]);
    const families = (part: number) =>
      viewChallengeList(snapshot, 'en', part).challenges.map(({ ref, children }) => [
        ref,
        ...children.map((child) => child.ref),
      ]);
    expect(families(1)).toEqual([['SEE-T-001', 'SEE-T-002'], ['SEE-T-003']]);
    expect(families(2)).toEqual([['SEE-T-001', 'SEE-T-101']]);
  });

  it('is in the sitemap with all its parts', () => {
    const snapshot = tiny.tinySnapshot([
      tiny.methodology('SEE-M-101'),
      tiny.city('SEE-C-101'),
      tiny.challenge('SEE-T-101'),
    ]);
    expect(indexedPages(snapshot, [])).toEqual(
      expect.arrayContaining(['/methodologies/part/2', '/cities/part/2', '/challenges/part/2']),
    );
  });
});

describe('the page of a record that very many practices name', () => {
  it('shows the first of them and leads to the rest', () => {
    const refs = Array.from({ length: 103 }, (_, index) => `SEE-P-${1001 + index}`);
    const links = { instruments: [tiny.idOf('SEE-I-001')] };
    const snapshot = tiny.tinySnapshot([
      tiny.instrument('SEE-I-001'),
      ...refs.map((ref) => tiny.practice(ref, { links })),
    ]);
    const { slug } = snapshot.addresses(instruments)[0] ?? { slug: '' };
    const page = viewInstrumentPage(snapshot, 'en', slug);
    expect(page.practices.map(({ ref }) => ref)).toEqual(refs.slice(0, 100));
    expect(page.morePractices).toEqual({ text: 'and 3 more', href: '/practices' });
  });
});
