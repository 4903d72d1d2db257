import { describe, expect, it } from 'vitest';
import * as tiny from '../../test/tiny-snapshot.ts';
import { viewChallengeList } from './challenge-list.ts';
import { viewChallengePage } from './challenge-page.ts';
import { viewHome } from './home.ts';

const squares = tiny.idOf('SEE-T-002');
const green = tiny.idOf('SEE-T-001');

const snapshot = () =>
  tiny.tinySnapshot([
    tiny.challenge('SEE-T-001', { title: 'Public and green space', order: 2 }),
    tiny.challenge('SEE-T-002', { title: 'Squares', order: 3, links: { parent: [green] } }),
    tiny.challenge('SEE-T-003', {
      title: 'Jobs',
      order: 1,
      synonyms: [
        { language: 'sr', terms: 'posao\nпосао' },
        { language: 'ro', terms: '' },
      ],
    }),
    tiny.city('SEE-C-001', { links: { challenges: [tiny.idOf('SEE-T-003'), squares] } }),
    tiny.city('SEE-C-002', { links: { challenges: [green] } }),
    tiny.city('SEE-C-003'),
    tiny.practice('SEE-P-001', { links: { challenges: [squares, green] } }),
    tiny.practice('SEE-P-002', { links: { challenges: [squares] } }),
  ]);

describe('a challenge of the first level', () => {
  it('gathers what lies below it, each record once', () => {
    const view = viewChallengePage(snapshot(), 'en', 'see-t-001');
    expect(view.practices.map(({ ref }) => ref)).toEqual(['SEE-P-001', 'SEE-P-002']);
    expect(view.children.map(({ ref, practices }) => [ref, practices])).toEqual([['SEE-T-002', 2]]);
  });

  it('lists the towns that name it first before the others, with what they mean', () => {
    const { facing, others } = viewChallengePage(snapshot(), 'en', 'see-t-001').cities;
    expect(facing.map(({ ref, rank, number }) => [ref, rank, number])).toEqual([
      ['SEE-C-002', 1, 1],
      ['SEE-C-001', 2, 2],
    ]);
    expect(facing[1]?.meant.map(({ title }) => title.text)).toEqual(['Squares']);
    expect(others.map(({ ref }) => ref)).toEqual(['SEE-C-003']);
  });

  it('is counted with its family in the lists', () => {
    const { challenges } = viewChallengeList(snapshot(), 'en', 1);
    expect(challenges.map(({ ref, practices, cities }) => [ref, practices, cities])).toEqual([
      ['SEE-T-003', 0, 1],
      ['SEE-T-001', 2, 2],
    ]);
    expect(viewHome(snapshot(), 'en').challenges.map(({ practices }) => practices)).toEqual([0, 2]);
  });
});

describe('a challenge of the second level', () => {
  it('leads up and does not take in its parent’s records', () => {
    const view = viewChallengePage(snapshot(), 'en', 'see-t-002');
    expect(view.parent?.ref).toBe('SEE-T-001');
    expect(view.cities.facing.map(({ ref }) => ref)).toEqual(['SEE-C-001']);
  });
});

describe('the other names of a challenge', () => {
  it('carry their language; a language without terms is left out', () => {
    const { synonyms } = viewChallengePage(snapshot(), 'en', 'see-t-003');
    expect(synonyms).toEqual([{ lang: 'sr', name: 'Serbian', terms: ['posao', 'посао'] }]);
  });
});
