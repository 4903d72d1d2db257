import { describe, expect, it } from 'vitest';
import * as tiny from '../../test/tiny-snapshot.ts';
import { viewCityPage } from './city-page.ts';

const town = ['id-see-c-001'];
const slug = 'see-c-001';

function kavala(others: readonly tiny.RawEntry[] = [], fields = {}) {
  return tiny.tinySnapshot([
    tiny.city(
      'SEE-C-001',
      {
        name: 'Kavala',
        localName: 'Καβάλα',
        links: { challenges: [tiny.idOf('SEE-T-001')] },
        ...fields,
      },
      { el: { name: 'Καβάλα' } },
    ),
    tiny.challenge('SEE-T-001'),
    ...others,
  ]);
}

describe('the name of a town', () => {
  it('is given in its own script where that differs from the one shown', () => {
    const snapshot = kavala();
    expect(viewCityPage(snapshot, 'en', slug).localName).toEqual({ text: 'Καβάλα', lang: 'el' });
    expect(viewCityPage(snapshot, 'el', slug).localName).toBeNull();
  });

  it('is not given twice for a capital more or less', () => {
    const snapshot = kavala([], { name: 'Novo Mesto', localName: 'Novo mesto' });
    expect(viewCityPage(snapshot, 'en', slug).localName).toBeNull();
  });

  it('tells a town that is not published', () => {
    expect(() => viewCityPage(kavala(), 'en', 'atlantis')).toThrow('"atlantis"');
  });
});

describe('the page of a town', () => {
  it('depends on the names of others in its own language alone', async () => {
    const like = { kind: 'city', traits: ['coast'], latitude: 41, longitude: 24.5 };
    const others = [tiny.city('SEE-C-002', like), tiny.city('SEE-C-003', like)];
    const snapshot = kavala(others, { ...like, latitude: 40.9 });
    const { value, reads } = await snapshot.recorded(() =>
      Promise.resolve(viewCityPage(snapshot, 'el', slug)),
    );
    expect(value.towns.map(({ ref }) => ref)).toContain('SEE-C-002');
    expect(value.peers.peers.map(({ ref }) => ref)).toContain('SEE-C-002');
    const ofTheOther = [...reads].filter((key) => key.endsWith(tiny.idOf('SEE-C-002')));
    expect(ofTheOther).toEqual(['derived town-in-el id-see-c-002']);
  });
});

describe('the chain of a town', () => {
  const chainOf = (...others: readonly tiny.RawEntry[]) =>
    viewCityPage(kavala(others), 'en', slug).chain;

  const agenda = tiny.strategy('SEE-S-001', {
    links: { cities: town, challenges: [tiny.idOf('SEE-T-001')] },
  });
  const project = (lifecycle: string) =>
    tiny.project('SEE-J-001', {
      lifecycle,
      links: { cities: town, strategy: [tiny.idOf('SEE-S-001')] },
    });
  const force = tiny.instrument('SEE-I-001', {
    links: { city: town, strategy: [tiny.idOf('SEE-S-001')] },
  });

  it('reads relations in both directions', () => {
    const { stages, links } = chainOf(agenda, project('running'), force);
    expect(stages.map(({ items }) => items.map(({ ref }) => ref))).toEqual([
      ['SEE-T-001'],
      ['SEE-S-001'],
      ['SEE-J-001'],
      ['SEE-I-001'],
      [],
    ]);
    expect(links).toContainEqual({ from: 'SEE-T-001', to: 'SEE-S-001', kind: 'followed' });
    expect(links).toContainEqual({ from: 'SEE-S-001', to: 'SEE-J-001', kind: 'followed' });
  });

  it('says of a body that it was set up, not that it is done', () => {
    const body = tiny.instrument('SEE-I-001', {
      lifecycle: 'completedUnclear',
      links: { city: town },
    });
    const { stages } = chainOf(agenda, body);
    expect(stages[3]?.items[0]?.state?.text).toBe('set up, today not known');
  });

  it('leaves it open whether a body follows the projects of its strategy', () => {
    expect(chainOf(agenda, project('running'), force).links).toContainEqual({
      from: 'SEE-J-001',
      to: 'SEE-I-001',
      kind: 'unknown',
    });
  });

  it('ends at a project that was dropped', () => {
    const { links } = chainOf(agenda, project('stopped'), force);
    expect(links).toContainEqual({ from: 'SEE-J-001', to: null, kind: 'dropped' });
    expect(links).not.toContainEqual(
      expect.objectContaining({ from: 'SEE-J-001', to: 'SEE-I-001' }),
    );
  });

  it('dots the line to a project of which nothing more is known', () => {
    expect(chainOf(agenda, project('completedUnclear')).links).toContainEqual({
      from: 'SEE-S-001',
      to: 'SEE-J-001',
      kind: 'unknown',
    });
  });

  it('keeps framework projects out of the portfolio', () => {
    const framework = tiny.project('SEE-J-002', { kind: 'framework', links: { cities: town } });
    const view = viewCityPage(kavala([framework]), 'en', slug);
    expect(view.portfolio).toEqual([]);
    expect(view.frameworks.map(({ ref }) => ref)).toEqual(['SEE-J-002']);
  });
});

describe('the record of a town', () => {
  const recordOf = (...others: readonly tiny.RawEntry[]) =>
    viewCityPage(kavala(others), 'en', slug).record;

  it('puts what is dated in order and names the last year known', () => {
    const record = recordOf(
      tiny.newsItem('SEE-W-001', { date: '2014-10-03', links: { cities: town } }),
      tiny.instrument('SEE-I-001', { setUpOn: '2015-03', links: { city: town } }),
      tiny.strategy('SEE-S-001', { yearFrom: 2014, links: { cities: town } }),
    );
    expect(record.entries.map(({ date }) => date)).toEqual(['2014', '2014-10-03', '2015-03']);
    expect(record.lastYear).toBe('2015');
  });

  it('tells an event once when a strategy repeats the news of the day', () => {
    const record = recordOf(
      tiny.newsItem('SEE-W-001', { date: '2015-03-26', links: { cities: town } }),
      tiny.strategy('SEE-S-001', {
        afterlife: [
          { date: '2015-03-26', note: 'The Center starts.' },
          { date: '2020-10', note: 'Workshops begin.' },
        ],
        links: { cities: town },
      }),
    );
    expect(record.entries.map(({ text }) => text?.text ?? null)).toEqual([
      null,
      'Workshops begin.',
    ]);
  });

  it('has nothing to say of a town without dates', () => {
    expect(recordOf()).toEqual({ entries: [], lastYear: null });
  });
});

describe('the facts of a town', () => {
  it('leave unknown unknown', () => {
    const { facts } = viewCityPage(kavala(), 'en', slug);
    expect(facts.people).toBeNull();
    expect(facts.traits).toEqual([]);
    expect(facts.isStatus).toBe(false);
  });

  it('mark what is kept in English only', () => {
    const snapshot = kavala([], {
      population: { value: 54027, year: null, scope: 'city', source: 'GeoNames' },
    });
    const { people } = viewCityPage(snapshot, 'el', slug).facts;
    expect(people?.source).toEqual({ text: 'GeoNames', lang: 'en' });
  });

  it('say what is counted in the page’s language where that is one of the usual words', () => {
    const scopeOf = (scope: string) => {
      const population = { value: 54027, year: null, scope, source: 'GeoNames' };
      return viewCityPage(kavala([], { population }), 'it', slug).facts.people?.scope;
    };
    expect(scopeOf('municipality')).toEqual({ text: 'comune', lang: null });
    expect(scopeOf('municipality; half in 17 villages')).toEqual({
      text: 'municipality; half in 17 villages',
      lang: 'en',
    });
  });
});
