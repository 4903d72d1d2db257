import { expect, it } from 'vitest';
import {
  idOf,
  methodology,
  practice,
  type RawEntry,
  strategy,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import type { Language } from '../languages.ts';
import { viewMethodologyPage } from './methodology-page.ts';

function page(language: Language, ...entries: RawEntry[]) {
  return viewMethodologyPage(tinySnapshot(entries), language, 'see-m-001');
}

const step = (title: string, durationDays: number | null) => ({ title, durationDays });

it('adds up the days only where every step has some', () => {
  const known = { steps: [step('List', 0.5), step('Invite', 5)] };
  const unknown = { steps: [step('List', 0.5), step('Invite', null)] };
  expect(page('en', methodology('SEE-M-001', known)).days).toBe(5.5);
  expect(page('en', methodology('SEE-M-001', unknown)).days).toBeNull();
  expect(page('en', methodology('SEE-M-001')).days).toBeNull();
});

it('stands on the line of all phases', () => {
  const { phases } = page('en', methodology('SEE-M-001', { phases: ['monitor', 'frame'] }));
  expect(phases.filter(({ isServed }) => isServed).map(({ phase }) => phase)).toEqual([
    'frame',
    'monitor',
  ]);
});

it('names each practice and strategy that used it once, whole or for a step', () => {
  const id = idOf('SEE-M-001');
  const view = page(
    'en',
    methodology('SEE-M-001'),
    practice('SEE-P-001', {
      processSteps: [{ title: 'Plan' }],
      links: { methodologies: [id], processSteps: [{ methodology: [id] }] },
    }),
    strategy('SEE-S-001', {
      processSteps: [{ title: 'Plan' }],
      links: { processSteps: [{ methodology: [id] }] },
    }),
  );
  expect(view.practices.map(({ ref }) => ref)).toEqual(['SEE-P-001']);
  expect(view.strategies.map(({ ref }) => ref)).toEqual(['SEE-S-001']);
});

it('shows steps in English where only the summary is translated, and marks them', () => {
  const entry = methodology(
    'SEE-M-001',
    { summary: 'A short exercise.', steps: [step('List', 1)] },
    { el: { title: 'Μέθοδος', summary: 'Σύντομη άσκηση.', steps: [] } },
  );
  expect(page('el', entry)).toMatchObject({
    translation: 'machine',
    summary: { lang: null },
    steps: { lang: 'en' },
  });
  expect(page('ro', entry)).toMatchObject({ translation: 'missing', summary: { lang: 'en' } });
});
