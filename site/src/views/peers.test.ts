import { describe, expect, it } from 'vitest';
import * as tiny from '../../test/tiny-snapshot.ts';
import { cities } from '../collections/cities.ts';
import { PEERS, peersOf } from './peers.ts';

const people = (value: number) => ({ population: { value } });

function peersOfFirst(...others: readonly tiny.RawEntry[]) {
  const snapshot = tiny.tinySnapshot([
    tiny.challenge('SEE-T-001'),
    tiny.challenge('SEE-T-002', { links: { parent: [tiny.idOf('SEE-T-001')] } }),
    tiny.city('SEE-C-001', {
      ...people(50_000),
      traits: ['coast'],
      links: { challenges: [tiny.idOf('SEE-T-001')] },
    }),
    ...others,
  ]);
  const city = snapshot.byRef(cities, 'SEE-C-001');
  return city ? peersOf(snapshot, city) : [];
}

describe('the peers of a town', () => {
  it('are the likest first and never the town itself', () => {
    const peers = peersOfFirst(
      tiny.city('SEE-C-002', { ...people(45_000) }),
      tiny.city('SEE-C-003', { ...people(45_000), traits: ['coast'] }),
    );
    expect(peers.map(({ ref }) => ref)).toEqual(['SEE-C-003', 'SEE-C-002']);
  });

  it('need two reasons besides their standing towards the EU', () => {
    const peers = peersOfFirst(
      tiny.city('SEE-C-002', { country: 'RO', ...people(50_000) }),
      tiny.city('SEE-C-003', { country: 'RO', ...people(50_000), traits: ['coast'] }),
    );
    expect(peers.map(({ ref }) => ref)).toEqual(['SEE-C-003']);
  });

  it('find a challenge of the same family through its parent', () => {
    const [peer] = peersOfFirst(
      tiny.city('SEE-C-002', { links: { challenges: [tiny.idOf('SEE-T-002')] } }),
    );
    expect(peer?.reasons).toContainEqual({ code: 'sharedChallenges', challenges: ['SEE-T-001'] });
  });

  it('are no more than a reader can compare', () => {
    const many = ['2', '3', '4', '5', '6', '7'].map((each) =>
      tiny.city(`SEE-C-00${each}`, people(50_000)),
    );
    expect(peersOfFirst(...many)).toHaveLength(PEERS);
  });
});
