import { describe, expect, it } from 'vitest';
import { project, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { projects } from '../collections/projects.ts';
import { viewPortfolio } from './portfolio.ts';

function portfolioOf(...entries: Parameters<typeof tinySnapshot>[0]) {
  return viewPortfolio('en', tinySnapshot(entries).all(projects), '2026-11-22');
}

describe('the portfolio of a plan', () => {
  it('draws a known project from its start to its end on the axis of all', () => {
    const { rows } = portfolioOf(
      project('SEE-J-001', { startDate: '2016', endDate: '2017' }),
      project('SEE-J-002', { startDate: '2018', endDate: '2019' }),
    );
    expect(rows.map(({ span }) => span)).toEqual([
      { from: 0, to: 50, basis: 'known' },
      { from: 50, to: 100, basis: 'known' },
    ]);
  });

  it('shows no more than the programme period where neither start nor end is known', () => {
    const { rows } = portfolioOf(
      project('SEE-J-001', { period: 'y2014_2020', lifecycle: 'completedUnclear' }),
    );
    expect(rows[0]).toMatchObject({
      years: null,
      span: { from: 0, to: 100, basis: 'period' },
      state: { node: 'unknown', text: 'done, today not known' },
    });
  });

  it('leaves a running project open up to the day of the content', () => {
    const { rows, today } = portfolioOf(
      project('SEE-J-001', { startYear: 2020, lifecycle: 'running' }),
    );
    expect(rows[0]?.span?.basis).toBe('open');
    expect(rows[0]?.span?.to).toBe(today);
  });

  it('draws a project of which only the end is known towards that end', () => {
    const { rows } = portfolioOf(
      project('SEE-J-001', { endYear: 2019, period: 'y2014_2020', lifecycle: 'completedWorking' }),
    );
    expect(rows[0]).toMatchObject({ years: '2019', span: { from: 0, to: 100, basis: 'ended' } });
  });

  it('carries a running project past the end of its programme period', () => {
    const { rows, today } = portfolioOf(
      project('SEE-J-001', { period: 'y2014_2020', lifecycle: 'running' }),
    );
    expect(rows[0]?.span).toEqual({ from: 0, to: today, basis: 'period' });
  });

  it('draws nothing for a project of which no year is known, and lists it last', () => {
    const { rows } = portfolioOf(
      project('SEE-J-001'),
      project('SEE-J-002', { startYear: 2015, endYear: 2015 }),
    );
    expect(rows.map(({ ref, span }) => [ref, span !== null])).toEqual([
      ['SEE-J-002', true],
      ['SEE-J-001', false],
    ]);
  });

  it('counts what became of the projects, what works first', () => {
    const { counts } = portfolioOf(
      project('SEE-J-001', { lifecycle: 'completedUnclear' }),
      project('SEE-J-002', { lifecycle: 'completedWorking' }),
      project('SEE-J-003', { lifecycle: 'completedUnclear' }),
    );
    expect(counts.map(({ state, count }) => [state.node, count])).toEqual([
      ['done', 1],
      ['unknown', 2],
    ]);
  });

  it('has no axis where there is nothing to draw', () => {
    expect(portfolioOf()).toMatchObject({ rows: [], ticks: [], today: null, counts: [] });
  });
});
