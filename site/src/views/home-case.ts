/** One town as the case that shows the whole line, from its challenges to what came of them. */
import { challenges } from '../collections/challenges.ts';
import { cities, type City } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { spoken } from '../collections/localised.ts';
import { projects } from '../collections/projects.ts';
import { strategies, type Strategy } from '../collections/strategies.ts';
import { formatYears } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkChallenge, linkCity, linkInstrument, linkStrategy } from './entry-link.ts';
import { adoptionState, lifecycleState, stateOrder } from './line-state.ts';
import { newestState } from './later-states.ts';

/** Kavala, which led the STATUS partnership: the record that is known best. */
const caseRef = 'SEE-C-001';
/** How many challenges and steps stand for all. */
const few = 2;

/** Null when the town or its agenda is not published. */
export function viewHomeCase(snapshot: Snapshot, language: Language) {
  const city = snapshot.byRef(cities, caseRef);
  const [agenda] = city ? snapshot.referring(strategies, 'cities', city.id) : [];
  if (!city || !agenda) return null;
  const own = snapshot.referring(strategies, 'cities', city.id);
  return {
    town: linkCity(language, city),
    challenges: snapshot
      .linked(challenges, city.links.challenges)
      .slice(0, few)
      .map((challenge) => linkChallenge(language, challenge)),
    steps: stepsOf(language, agenda),
    agenda: {
      ...linkStrategy(language, agenda),
      years: formatYears(agenda.yearFrom, agenda.yearTo),
      state: adoptionState(language, agenda.adoption),
    },
    projects: countProjects(snapshot, language, city),
    bodies: snapshot
      .referring(instruments, 'city', city.id)
      .map((instrument) => linkInstrument(language, instrument)),
    newest: newestState(snapshot, language, own),
  };
}

function stepsOf(language: Language, agenda: Strategy) {
  const steps = spoken(agenda.text, 'processSteps', language);
  return {
    lang: steps?.lang ?? null,
    items: (steps?.value ?? []).slice(0, few).map(({ title, when }) => ({ title, when })),
  };
}

function countProjects(snapshot: Snapshot, language: Language, city: City) {
  const portfolio = snapshot
    .referring(projects, 'cities', city.id)
    .filter(({ kind }) => kind === 'portfolio');
  const counts = stateOrder.flatMap((lifecycle) => {
    const count = portfolio.filter((project) => project.lifecycle === lifecycle).length;
    return count === 0 ? [] : [{ count, state: lifecycleState(language, lifecycle) }];
  });
  return { total: portfolio.length, counts };
}
