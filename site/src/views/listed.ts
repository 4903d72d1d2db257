/** Records as the pages of a town and of a challenge list them: a link, what it is, one sentence. */
import type { Instrument } from '../collections/instruments.ts';
import { phrase, type Phrase } from '../collections/localised.ts';
import type { Methodology } from '../collections/methodologies.ts';
import type { Network } from '../collections/networks.ts';
import type { Project } from '../collections/projects.ts';
import type { Strategy } from '../collections/strategies.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import {
  type EntryLink,
  linkInstrument,
  linkMethodology,
  linkNetwork,
  linkPractice,
  linkProject,
  linkStrategy,
  practiceText,
} from './entry-link.ts';
import { adoptionState, bodyState, lifecycleState, type LineState } from './line-state.ts';
import type { PracticeBrief } from './practice-brief.ts';
import { viewTowns } from './town.ts';

export type Listed = EntryLink & {
  /** Facts of one line: where, what kind, when. */
  readonly facts: readonly string[];
  readonly text: Phrase | null;
  readonly state: LineState | null;
};

/** Longer lists of towns say little more. */
const namedTowns = 3;

export function listPractice(
  snapshot: Snapshot,
  language: Language,
  practice: PracticeBrief,
  on?: string,
): Listed {
  return {
    ...linkPractice(language, practice),
    facts: known(
      ...townNames(snapshot, language, practice.links.cities, on),
      formatYears(practice.startYear, practice.endYear),
    ),
    text: practiceText(language, practice).oneLine,
    state: lifecycleState(language, practice.lifecycle),
  };
}

export function listProject(
  snapshot: Snapshot,
  language: Language,
  project: Project,
  on?: string,
): Listed {
  return {
    ...linkProject(language, project),
    facts: known(
      ...townNames(snapshot, language, project.links.cities, on),
      formatYears(project.startYear, project.endYear) ??
        (project.period && label(language, 'programmePeriod', project.period)),
    ),
    text: phrase(project.text, 'summary', language),
    state: lifecycleState(language, project.lifecycle),
  };
}

export function listStrategy(
  snapshot: Snapshot,
  language: Language,
  strategy: Strategy,
  on?: string,
): Listed {
  return {
    ...linkStrategy(language, strategy),
    facts: known(
      ...townNames(snapshot, language, strategy.links.cities, on),
      label(language, 'strategyKind', strategy.kind),
      formatYears(strategy.yearFrom, strategy.yearTo),
    ),
    text: phrase(strategy.text, 'purpose', language),
    state: adoptionState(language, strategy.adoption),
  };
}

export function listMethodology(language: Language, methodology: Methodology): Listed {
  return {
    ...linkMethodology(language, methodology),
    facts: [],
    text: phrase(methodology.text, 'summary', language),
    state: null,
  };
}

export function listNetwork(language: Language, network: Network): Listed {
  return {
    ...linkNetwork(language, network),
    facts: known(label(language, 'networkKind', network.kind), network.foundedYear?.toString()),
    text: phrase(network.text, 'summary', language),
    state: bodyState(language, network.lifecycle),
  };
}

export function listInstrument(language: Language, instrument: Instrument): Listed {
  return {
    ...linkInstrument(language, instrument),
    facts: known(
      label(language, 'instrumentKind', instrument.kind),
      instrument.setUpYear?.toString(),
    ),
    text: phrase(instrument.text, 'mandate', language),
    state: bodyState(language, instrument.lifecycle),
  };
}

/** `on` is the town whose page it is: there it goes without saying. */
function townNames(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[],
  on: string | undefined,
): string[] {
  const others = ids.filter((id) => id !== on);
  const towns = viewTowns(snapshot, language, others).map(({ title }) => title.text);
  return towns.length > namedTowns ? [] : towns;
}

function known(...facts: readonly (string | null | undefined)[]): string[] {
  return facts.filter((fact) => fact !== null && fact !== undefined && fact !== '').map(String);
}
