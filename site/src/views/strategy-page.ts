import { cities } from '../collections/cities.ts';
import { name, phrase, spoken } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { projects } from '../collections/projects.ts';
import { type Strategy, strategies } from '../collections/strategies.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { linkMethodology, linkProject } from './entry-link.ts';
import { viewLineage } from './lineage.ts';
import { adoptionState } from './line-state.ts';
import { viewPortfolio } from './portfolio.ts';
import { isoDate, viewRecord } from './record.ts';
import { practicesAt, viewPractices } from './cut-practices.ts';
import { listInstrument, listStrategy } from './listed.ts';
import { bodiesOf, unique, viewChallenges, viewDocuments } from './related.ts';
import { viewTowns } from './town.ts';

export type StrategyPage = ReturnType<typeof viewStrategyPage>;

/** Everything the page of a strategy shows. Throws when no such strategy is published. */
export function viewStrategyPage(snapshot: Snapshot, language: Language, slug: string) {
  const strategy = snapshot.bySlug(strategies, slug);
  if (!strategy) throw new Error(`No strategy is published under the slug "${slug}".`);
  const portfolio = snapshot.referring(projects, 'strategy', strategy.id);
  const bodies = bodiesOf(snapshot, strategy);
  const lineage = viewLineage(snapshot, language, strategy);
  const named = new Set(lineage.map(({ ref }) => ref)).add(strategy.ref);
  const [framework] = snapshot.linked(projects, strategy.links.project);
  const purpose = phrase(strategy.text, 'purpose', language);
  const { processNote, vision, implementationNote, monitoring } = noted(strategy, language);
  return {
    ...viewRecord(language, strategy, purpose),
    path: entryUrl(language, 'strategy', slug),
    title: name(strategy.text, 'title', language),
    kind: label(language, 'strategyKind', strategy.kind),
    towns: viewTowns(snapshot, language, strategy.links.cities),
    challenges: viewChallenges(snapshot, language, strategy.links.challenges),
    years: formatYears(strategy.yearFrom, strategy.yearTo),
    yearFrom: strategy.yearFrom,
    yearTo: strategy.yearTo,
    period: strategy.period && label(language, 'programmePeriod', strategy.period),
    horizonYear: strategy.horizonYear,
    adoption: adoptionState(language, strategy.adoption),
    adoptedOn: strategy.adoptionDate ?? strategy.adoptionYear?.toString() ?? null,
    purpose,
    vision,
    process: { note: processNote, ...viewSteps(snapshot, language, strategy) },
    goals: spoken(strategy.text, 'goals', language),
    implementationNote,
    monitoring,
    lineage,
    portfolio: viewPortfolio(language, portfolio, snapshot.meta('asOf')),
    bodies: bodies.map((body) => listInstrument(language, body)),
    afterlife: viewAfterlife(strategy, language),
    framework: framework ? linkProject(language, framework) : null,
    documents: viewDocuments(snapshot, language, strategy.links.document),
    ...viewPractices(snapshot, language, [
      ...new Set([
        ...bodies.flatMap(({ id }) => practicesAt(snapshot, 'instruments', id)),
        ...portfolio.flatMap(({ id }) => practicesAt(snapshot, 'project', id)),
      ]),
    ]),
    others: unique(
      snapshot
        .linked(cities, strategy.links.cities)
        .flatMap(({ id }) => snapshot.referring(strategies, 'cities', id)),
    )
      .filter(({ ref }) => !named.has(ref))
      .map((each) => listStrategy(snapshot, language, each)),
  };
}

function noted({ text }: Strategy, language: Language) {
  return {
    processNote: phrase(text, 'processNote', language),
    vision: phrase(text, 'vision', language),
    implementationNote: phrase(text, 'implementationNote', language),
    monitoring: phrase(text, 'monitoring', language),
  };
}

/** The steps of the process, and the language their titles are in. */
function viewSteps(snapshot: Snapshot, language: Language, { text }: Strategy) {
  const steps = spoken(text, 'processSteps', language);
  return {
    lang: steps?.lang ?? null,
    steps: (steps?.value ?? []).map((step) => {
      const [method] = snapshot.linked(methodologies, step.methodology ? [step.methodology] : []);
      return {
        title: step.title,
        when: step.when,
        weeks: step.weeks,
        level: step.level,
        who: step.who.map((actor) => label(language, 'actorType', actor)),
        method: method ? linkMethodology(language, method) : null,
      };
    }),
  };
}

function viewAfterlife({ text }: Strategy, language: Language) {
  const afterlife = spoken(text, 'afterlife', language);
  return {
    lang: afterlife?.lang ?? null,
    items: (afterlife?.value ?? []).map((item) => ({ ...item, iso: isoDate(item.date) })),
  };
}
