import { describe, expect, it } from 'vitest';
import {
  idOf,
  instrument,
  methodology,
  newsItem,
  project,
  strategy,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { viewProjectPage } from './project-page.ts';

const status = project('SEE-J-001', { kind: 'framework' });
const workshops = methodology('SEE-M-001', { links: { origin: [idOf('SEE-J-001')] } });
const own = strategy('SEE-S-001', { links: { project: [idOf('SEE-J-001')] } });
const step = { title: 'Workshop', when: null, who: [], level: null, weeks: null };
const using = strategy('SEE-S-002', {
  processSteps: [step],
  links: { processSteps: [{ methodology: [idOf('SEE-M-001')] }] },
});

describe('what came out of a framework project', () => {
  it('keeps strategies that name it apart from those that used its methods', () => {
    const { fruits } = viewProjectPage(
      tinySnapshot([status, workshops, own, using]),
      'en',
      'see-j-001',
    );
    expect(fruits.strategies.map(({ ref }) => ref)).toEqual(['SEE-S-001']);
    expect(fruits.usedItsMethods.map(({ ref }) => ref)).toEqual(['SEE-S-002']);
  });

  it('names the bodies behind its strategies once', () => {
    const force = instrument('SEE-I-001', { links: { strategy: [idOf('SEE-S-001')] } });
    const named = strategy('SEE-S-001', {
      links: { project: [idOf('SEE-J-001')], instruments: [idOf('SEE-I-001')] },
    });
    const { fruits } = viewProjectPage(tinySnapshot([status, named, force]), 'en', 'see-j-001');
    expect(fruits.bodies.map(({ ref }) => ref)).toEqual(['SEE-I-001']);
  });

  it('tells its news in the order of their days', () => {
    const links = { project: [idOf('SEE-J-001')] };
    const late = newsItem('SEE-W-001', { date: '2014-07-16', links });
    const early = newsItem('SEE-W-002', { date: '2013-05-09', links });
    const { fruits } = viewProjectPage(tinySnapshot([status, late, early]), 'en', 'see-j-001');
    expect(fruits.news.map(({ ref }) => ref)).toEqual(['SEE-W-002', 'SEE-W-001']);
  });
});
