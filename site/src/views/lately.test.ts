import { describe, expect, it } from 'vitest';
import * as tiny from '../../test/tiny-snapshot.ts';
import { viewLately } from './lately.ts';

const note = (date: string | null) => ({ checkedHow: 'deskOnly', date });

describe('what changed lately', () => {
  it('is the newest dated entry of each kind, the newest first', () => {
    const snapshot = tiny.tinySnapshot([
      tiny.practice('SEE-P-001', { reviewNote: note('2026-01-10') }),
      tiny.practice('SEE-P-002', { reviewNote: note('2025-01-10') }),
      tiny.strategy('SEE-S-001', {
        afterlife: [
          { date: '2019', note: 'A first state.' },
          { date: '2026-02-04', note: 'A second state.' },
        ],
      }),
      tiny.newsItem('SEE-W-001', { date: '2015-03-26' }),
      tiny.newsItem('SEE-W-002', { date: '2013-05-09' }),
    ]);
    expect(viewLately(snapshot, 'en').map(({ ref, date }) => [ref, date])).toEqual([
      ['SEE-S-001', '2026-02-04'],
      ['SEE-P-001', '2026-01-10'],
      ['SEE-W-001', '2015-03-26'],
    ]);
  });

  it('takes the later of the days on which a practice was checked', () => {
    const snapshot = tiny.tinySnapshot([
      tiny.practice('SEE-P-001', {
        reviewNote: note('2024-01-10'),
        stillAliveCheckedOn: '2026-05-01',
      }),
      tiny.practice('SEE-P-002', { reviewNote: note('2025-01-10') }),
    ]);
    expect(viewLately(snapshot, 'en').map(({ ref }) => ref)).toEqual(['SEE-P-001']);
  });

  it('shows no states that lie ahead, nor dates that nobody can read', () => {
    const snapshot = tiny.tinySnapshot([
      tiny.strategy('SEE-S-001', {
        afterlife: [
          { date: '2027-01', note: 'Planned.' },
          { date: 'some time later', note: 'Vague.' },
          { date: '2020', note: 'Known.' },
        ],
      }),
    ]);
    expect(viewLately(snapshot, 'en').map(({ text }) => text?.text)).toEqual(['Known.']);
  });

  it('is empty while nothing is dated', () => {
    expect(viewLately(tiny.tinySnapshot([tiny.practice('SEE-P-001')]), 'en')).toEqual([]);
  });
});
