import { adaptations } from '../collections/adaptations.ts';
import { name, phrase, spoken } from '../collections/localised.ts';
import { type Methodology, methodologies } from '../collections/methodologies.ts';
import { organisations } from '../collections/organisations.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { viewPractices } from './cut-practices.ts';
import { entryUrl } from '../urls.ts';
import { linkProject } from './entry-link.ts';
import { trialsOf } from './family.ts';
import { listMethodology, listStrategy } from './listed.ts';
import { phases } from './phases.ts';
import { viewRecord } from './record.ts';
import { viewChallenges, viewDocuments, viewOrganisation } from './related.ts';
import { viewTowns } from './town.ts';

/** Everything the page of a methodology shows. Throws when no such methodology is published. */
export function viewMethodologyPage(snapshot: Snapshot, language: Language, slug: string) {
  const methodology = snapshot.bySlug(methodologies, slug);
  if (!methodology) throw new Error(`No methodology is published under the slug "${slug}".`);
  const { text, links } = methodology;
  const summary = phrase(text, 'summary', language);
  const steps = spoken(text, 'steps', language);
  return {
    ...viewRecord(language, methodology, summary),
    path: entryUrl(language, 'methodology', slug),
    title: name(text, 'title', language),
    summary,
    purpose: phrase(text, 'purpose', language),
    skills: phrase(text, 'skills', language),
    risks: spoken(text, 'risks', language),
    steps,
    /** Days to plan for all steps; null when one of them has none. */
    days: totalDays(steps?.value ?? []),
    phases: phases.map((phase) => ({ phase, isServed: methodology.phases.includes(phase) })),
    figures: figuresOf(methodology, language),
    challenges: viewChallenges(snapshot, language, links.challenges),
    towns: viewTowns(snapshot, language, links.testedIn),
    ...viewPractices(snapshot, language, practicesWith(snapshot, methodology)),
    strategies: snapshot
      .referring(strategies, 'processSteps.methodology', methodology.id)
      .map((each) => listStrategy(snapshot, language, each)),
    origin: snapshot.linked(projects, links.origin).map((each) => linkProject(language, each)),
    adaptedFrom: snapshot
      .linked(methodologies, links.adaptedFrom)
      .map((each) => listMethodology(language, each)),
    adaptedInto: snapshot
      .referring(methodologies, 'adaptedFrom', methodology.id)
      .map((each) => listMethodology(language, each)),
    trials: trialsOf(
      snapshot,
      language,
      snapshot.referring(adaptations, 'methodology', methodology.id),
    ),
    documents: viewDocuments(snapshot, language, links.resources),
    authors: snapshot
      .linked(organisations, links.authors)
      .map((each) => viewOrganisation(language, each)),
  };
}

export type MethodologyPage = ReturnType<typeof viewMethodologyPage>;

/** Practices that name the method, as a whole or for one of their steps. */
function practicesWith(snapshot: Snapshot, { id }: Methodology): string[] {
  const found = [
    ...snapshot.references(practices, 'methodologies', id),
    ...snapshot.references(practices, 'processSteps.methodology', id),
  ];
  return [...new Set(found.map((each) => each.id))];
}

function totalDays(steps: readonly { durationDays: number | null }[]): number | null {
  if (steps.length === 0 || steps.some(({ durationDays }) => durationDays === null)) return null;
  return steps.reduce((sum, { durationDays }) => sum + (durationDays ?? 0), 0);
}

function figuresOf(methodology: Methodology, language: Language) {
  const { participationLevel, groupSizeMin, groupSizeMax, minDays, costBand } = methodology;
  const { conflictSuitability, digitalNeed, figuresBasis } = methodology;
  return {
    participationLevel,
    groupSizeMin,
    groupSizeMax,
    groupSizeNote: phrase(methodology.text, 'groupSizeNote', language),
    minDays,
    costBand: costBand === 'unknown' ? null : costBand,
    conflictSuitability,
    digitalNeed,
    figuresBasis,
  };
}
