import { describe, expect, it } from 'vitest';
import { idOf, project, strategy, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { strategies } from '../collections/strategies.ts';
import { viewLineage } from './lineage.ts';

const agenda = strategy('SEE-S-001', { yearFrom: 2014 });
const successor = strategy('SEE-S-002', {
  yearFrom: 2014,
  links: { follows: [idOf('SEE-S-001')] },
});
const latest = strategy('SEE-S-003', {
  yearFrom: 2021,
  links: { supersedes: [idOf('SEE-S-002')] },
});

function lineageOf(ref: string, entries: Parameters<typeof tinySnapshot>[0]) {
  const snapshot = tinySnapshot(entries);
  const own = snapshot.byRef(strategies, ref);
  if (!own) throw new Error(`The test has no strategy ${ref}.`);
  return viewLineage(snapshot, 'en', own);
}

describe('the line of plans', () => {
  it('is the same from every plan in it, oldest first', () => {
    const all = [latest, successor, agenda];
    for (const ref of ['SEE-S-001', 'SEE-S-002', 'SEE-S-003']) {
      const line = lineageOf(ref, all);
      expect(line.map((each) => each.ref)).toEqual(['SEE-S-001', 'SEE-S-002', 'SEE-S-003']);
      expect(line.filter(({ isHere }) => isHere).map((each) => each.ref)).toEqual([ref]);
    }
  });

  it('says whether a plan replaced the one before or only came after it', () => {
    const line = lineageOf('SEE-S-002', [agenda, successor, latest]);
    expect(line.map(({ relation }) => relation)).toEqual([null, 'follows', 'supersedes']);
  });

  it('counts the projects of each plan', () => {
    const tied = project('SEE-J-001', { links: { strategy: [idOf('SEE-S-002')] } });
    const line = lineageOf('SEE-S-001', [agenda, successor, tied]);
    expect(line.map(({ projects }) => projects)).toEqual([0, 1]);
  });

  it('is empty for a plan that stands alone', () => {
    expect(lineageOf('SEE-S-001', [agenda])).toEqual([]);
  });

  it('leaves out plans that are not published', () => {
    expect(lineageOf('SEE-S-002', [successor])).toEqual([]);
  });

  it('ends when editors linked plans in a circle', () => {
    const one = strategy('SEE-S-001', { links: { follows: [idOf('SEE-S-002')] } });
    const other = strategy('SEE-S-002', { links: { follows: [idOf('SEE-S-001')] } });
    expect(lineageOf('SEE-S-001', [one, other])).toHaveLength(2);
  });
});
