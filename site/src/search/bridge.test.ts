import { expect, it } from 'vitest';
import { bridgesOf } from './bridge.ts';
import type { PlanningTerm } from './terms.ts';

const plan: PlanningTerm = {
  path: 'glossary#see-g-001',
  concept: { en: 'General plan of a town', it: 'Piano generale di una città' },
  terms: [
    { term: 'Plan Urbanistic General', short: 'PUG', language: 'ro' },
    { term: 'Генерален урбанистички план', short: 'ГУП', language: 'mk' },
    { term: 'Γενικό Πολεοδομικό Σχέδιο', short: 'ΓΠΣ', language: 'el' },
    { term: 'Piano regolatore generale', short: 'PRG', language: 'it' },
  ],
};
const council: PlanningTerm = {
  path: 'glossary#see-g-002',
  concept: { en: 'Town council' },
  terms: [{ term: 'Consiliu local', short: null, language: 'ro' }],
};
const pathsOf = (query: string) =>
  bridgesOf(query, [council, plan]).map(({ concept }) => concept.path);

it.each([
  'PUG',
  'pug',
  'Plan Urbanistic General',
  'planul urbanistic',
  'piani regolatori',
  'ГУП',
  'GUP',
  'генералниот урбанистички план',
  'γενικα πολεοδομικα σχεδια',
  'general plans of towns',
])('knows the concept behind "%s"', (query) => {
  expect(pathsOf(query)).toEqual([plan.path]);
});

it.each(['', 'plan', 'general', 'Kavala', 'plan urbanistic verde'])(
  'says nothing about "%s"',
  (query) => {
    expect(pathsOf(query)).toEqual([]);
  },
);

it('names what the others call it, not the term itself', () => {
  const [bridge] = bridgesOf('Plan Urbanistic General', [plan]);
  expect(bridge?.others.map(({ language }) => language)).toEqual(['mk', 'el', 'it']);
});
