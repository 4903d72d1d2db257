import { describe, expect, it } from 'vitest';
import {
  challenge,
  city,
  idOf,
  practice,
  type RawEntry,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { viewPracticeList } from './practice-list.ts';

const world: RawEntry[] = [
  challenge('SEE-T-001', { title: 'Trust', slug: 'trust' }),
  challenge('SEE-T-002', { title: 'Closed circles', links: { parent: [idOf('SEE-T-001')] } }),
  city('SEE-C-001', {
    name: 'Kavala',
    slug: 'kavala',
    latitude: 40.94,
    longitude: 24.41,
    population: { value: 54_027 },
  }),
  city('SEE-C-002', { name: 'Vaslui', country: 'RO' }),
];

function list(...practices: RawEntry[]) {
  return viewPracticeList(tinySnapshot([...world, ...practices]), 'en', 1);
}

describe('the list of practices', () => {
  it('puts what is alive first, then the newest, and numbers the rows and their pins alike', () => {
    const links = { cities: [idOf('SEE-C-001')] };
    const view = list(
      practice('SEE-P-001', { lifecycle: 'completedUnclear', startYear: 2020, links }),
      practice('SEE-P-002', { startYear: 2014, links }),
      practice('SEE-P-003', { startYear: 2021, links }),
    );
    expect(view.rows.map(({ ref, number }) => [ref, number])).toEqual([
      ['SEE-P-003', 1],
      ['SEE-P-002', 2],
      ['SEE-P-001', 3],
    ]);
    expect(view.pins.map(({ number, href }) => `${String(number)} ${href}`).sort()).toEqual([
      '1 #see-p-003',
      '2 #see-p-002',
      '3 #see-p-001',
    ]);
  });

  it('counts a practice under the challenge above its own', () => {
    const view = list(
      practice('SEE-P-001', { links: { challenges: [idOf('SEE-T-002')] } }),
      practice('SEE-P-002'),
    );
    expect(view.facets.find(({ key }) => key === 'challenge')?.values).toEqual([
      { value: 'trust', text: 'Trust', count: 1 },
      { value: 'unknown', text: 'not known', count: 1 },
    ]);
  });

  it('says what is not known instead of leaving it out', () => {
    const [row] = list(
      practice('SEE-P-001', { costCard: { costBand: 'unknown', months: 5 } }),
    ).rows;
    expect(row?.took?.map(({ value }) => value)).toEqual([
      'not known',
      '5 months',
      'not known',
      'not known',
    ]);
    expect(row?.took?.[0]?.band).toBeNull();
  });

  it('offers only quick choices that something passes', () => {
    const view = list(
      practice('SEE-P-001', {
        lifecycle: 'stopped',
        costCard: { costBand: 'under5k', months: 3, outsideHelp: false },
      }),
      practice('SEE-P-002', { lifecycle: 'stopped', costCard: { months: 12 } }),
    );
    expect(view.quick.values.map(({ value, count }) => [value, count])).toEqual([
      ['months3', 1],
      ['months12', 2],
      ['under5k', 1],
      ['noHelp', 1],
    ]);
  });

  it('stands at every town of a practice, or at its own spot', () => {
    const cities = [idOf('SEE-C-001'), idOf('SEE-C-002')];
    const two = list(practice('SEE-P-001', { links: { cities } }));
    expect(two.pins.map(({ name }) => name)).toEqual(['Kavala', 'Vaslui']);
    const one = list(practice('SEE-P-001', { links: { cities }, latitude: 41, longitude: 25 }));
    expect(one.pins).toMatchObject([{ name: 'Kavala', latitude: 41, longitude: 25 }]);
  });

  it('leaves the end of the years open only for what still runs', () => {
    const kickers = list(
      practice('SEE-P-001', { startYear: 2015 }),
      practice('SEE-P-002', { startYear: 2015, lifecycle: 'completedUnclear' }),
    ).rows.map(({ kicker }) => kicker);
    expect(kickers.map((text) => text.replace(/^, /, ''))).toEqual(['2015–', '2015']);
  });
});
