import { expect, it } from 'vitest';
import { promiseAt } from './working-days.ts';

const day = (iso: string) => new Date(`${iso}T09:00:00Z`);

it('counts working days after the day of sending', () => {
  const sent = day('2026-11-17');
  expect(promiseAt(sent, sent).passed).toBe(0);
  expect(promiseAt(sent, day('2026-11-18')).passed).toBe(1);
  expect(promiseAt(sent, sent).until.toISOString().slice(0, 10)).toBe('2026-12-01');
});

it('does not count weekends, nor more days than promised', () => {
  const friday = day('2026-11-20');
  expect(promiseAt(friday, day('2026-11-22')).passed).toBe(0);
  expect(promiseAt(friday, day('2026-11-23')).passed).toBe(1);
  expect(promiseAt(friday, day('2027-03-01')).passed).toBe(10);
});
