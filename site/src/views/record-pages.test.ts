import { describe, expect, it } from 'vitest';
import {
  city,
  idOf,
  instrument,
  network,
  project,
  strategy,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { viewInstrumentPage } from './instrument-page.ts';
import { viewNetworkPage } from './network-page.ts';
import { viewProjectPage } from './project-page.ts';
import { viewStrategyPage } from './strategy-page.ts';

const kavala = city('SEE-C-001', { name: 'Kavala', latitude: 40.9, longitude: 24.4 });
const drama = city('SEE-C-002', { name: 'Drama', latitude: 41.2, longitude: 24.1 });

describe('a Task Force or Center', () => {
  const seats = (composition: { actorType: string; seats: number | null }[]) =>
    viewInstrumentPage(tinySnapshot([instrument('SEE-I-001', { composition })]), 'en', 'see-i-001')
      .composition;

  it('has shares when every seat is known', () => {
    const composition = seats([
      { actorType: 'ngo', seats: 3 },
      { actorType: 'business', seats: 1 },
    ]);
    expect(composition.total).toBe(4);
    expect(composition.members.map(({ share }) => share)).toEqual([75, 25]);
  });

  it('has none when one is not known', () => {
    const composition = seats([
      { actorType: 'ngo', seats: 3 },
      { actorType: 'business', seats: null },
    ]);
    expect(composition.isCounted).toBe(false);
    expect(composition.members.map(({ share }) => share)).toEqual([null, null]);
  });
});

describe('a network', () => {
  it('numbers the members on the map and keeps the others in the list', () => {
    const members = ['Kavala', 'Chernivtsi region', 'Drama'].map((name) => ({
      name,
      role: 'member',
      since: 2012,
      until: null,
    }));
    const links = { members: [{ city: [idOf('SEE-C-001')] }, {}, { city: [idOf('SEE-C-002')] }] };
    const snapshot = tinySnapshot([kavala, drama, network('SEE-N-001', { members, links })]);
    const page = viewNetworkPage(snapshot, 'en', 'see-n-001');
    expect(page.members.map(({ name, number }) => [name.text, number])).toEqual([
      ['Kavala', 1],
      ['Chernivtsi region', null],
      ['Drama', 2],
    ]);
  });

  it('calls a member in the language of the page where it is simply the town', () => {
    const greek = city(
      'SEE-C-001',
      { name: 'Kavala', latitude: 40.9, longitude: 24.4 },
      { el: { name: 'Καβάλα' } },
    );
    const members = [
      { name: 'Kavala', role: 'lead', since: null, until: null },
      { name: 'Kavala and area', role: 'lead', since: null, until: null },
    ];
    const own = { city: [idOf('SEE-C-001')] };
    const entry = network('SEE-N-001', { members, links: { members: [own, own] } });
    const page = viewNetworkPage(tinySnapshot([greek, entry]), 'el', 'see-n-001');
    expect(page.members.map(({ name }) => name)).toEqual([
      { text: 'Καβάλα', lang: null },
      { text: 'Kavala and area', lang: 'en' },
    ]);
  });
});

describe('a project', () => {
  const moneyOf = (fields: Record<string, unknown>) =>
    viewProjectPage(tinySnapshot([project('SEE-J-001', fields)]), 'en', 'see-j-001').money;

  it('gives its money in its own currency and in euro', () => {
    expect(
      moneyOf({ budgetAmount: 1_000_000, budgetCurrency: 'RON', budgetEur: 200_000 }),
    ).toMatchObject({ amount: 'RON\u00a01,000,000', euro: '€200,000' });
  });

  it('gives the band alone where no amount is known', () => {
    expect(moneyOf({ budgetBand: 'over1m' })).toMatchObject({ amount: null, band: 'over1m' });
    expect(moneyOf({ budgetBand: 'unknown' })).toMatchObject({ amount: null, band: null });
  });
});

describe('a strategy', () => {
  it('finds the bodies that name it as well as those it names', () => {
    const snapshot = tinySnapshot([
      strategy('SEE-S-001', { links: { instruments: [idOf('SEE-I-001')] } }),
      instrument('SEE-I-001'),
      instrument('SEE-I-002', { links: { strategy: [idOf('SEE-S-001')] } }),
    ]);
    const { bodies } = viewStrategyPage(snapshot, 'en', 'see-s-001');
    expect(bodies.map(({ ref }) => ref)).toEqual(['SEE-I-001', 'SEE-I-002']);
  });

  it('says that its text is missing in a language that has the title only', () => {
    const entry = strategy(
      'SEE-S-001',
      { purpose: 'A direction.' },
      { el: { title: 'Ατζέντα', purpose: null } },
    );
    const page = viewStrategyPage(tinySnapshot([entry]), 'el', 'see-s-001');
    expect(page.title).toEqual({ text: 'Ατζέντα', lang: null });
    expect(page.purpose).toEqual({ text: 'A direction.', lang: 'en' });
    expect(page.translation).toBe('missing');
  });

  it('throws a sentence when none has the slug', () => {
    expect(() => viewStrategyPage(tinySnapshot([]), 'en', 'nowhere')).toThrow(
      'No strategy is published under the slug "nowhere".',
    );
  });
});
