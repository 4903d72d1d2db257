import { name, phrase, spoken } from '../collections/localised.ts';
import { organisations } from '../collections/organisations.ts';
import { type Project, projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import { formatMoney, formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { viewFruits } from './framework-fruits.ts';
import { lifecycleState } from './line-state.ts';
import { isoDate, viewRecord } from './record.ts';
import { listProject, listStrategy } from './listed.ts';
import { viewChallenges, viewDocuments, viewOrganisation } from './related.ts';
import { viewTowns } from './town.ts';
import { viewBody } from './body.ts';

export type ProjectPage = ReturnType<typeof viewProjectPage>;

/** Everything the page of a project shows. Throws when no such project is published. */
export function viewProjectPage(snapshot: Snapshot, language: Language, slug: string) {
  const project = snapshot.bySlug(projects, slug);
  if (!project) throw new Error(`No project is published under the slug "${slug}".`);
  const summary = phrase(project.text, 'summary', language);
  const [strategy] = snapshot.linked(strategies, project.links.strategy);
  const [lead] = snapshot.linked(organisations, project.links.lead);
  return {
    ...viewRecord(language, project, summary),
    path: entryUrl(language, 'project', slug),
    title: name(project.text, 'title', language),
    acronym: project.acronym,
    isFramework: project.kind === 'framework',
    kind: label(language, 'projectKind', project.kind),
    summary,
    body: viewBody(snapshot, spoken(project.text, 'body', language)),
    towns: viewTowns(snapshot, language, project.links.cities),
    challenges: viewChallenges(snapshot, language, project.links.challenges),
    years: formatYears(project.startYear, project.endYear),
    start: partialDate(project.startDate, project.startYear),
    end: partialDate(project.endDate, project.endYear),
    period: project.period && label(language, 'programmePeriod', project.period),
    programme: project.programme,
    code: project.code,
    statusAgenda: project.statusAgenda && label(language, 'statusAgenda', project.statusAgenda),
    state: lifecycleState(language, project.lifecycle),
    outcome: phrase(project.text, 'outcomeNote', language),
    outcomeCheckedOn: project.outcomeCheckedOn,
    evidence: project.evidence,
    evidenceText: project.evidence && label(language, 'evidenceGrade', project.evidence),
    money: viewMoney(project, language),
    lead: lead ? viewOrganisation(language, lead) : null,
    partners: snapshot
      .linked(organisations, project.links.partners)
      .map((partner) => viewOrganisation(language, partner)),
    documents: viewDocuments(snapshot, language, project.links.resources),
    strategy: strategy ? listStrategy(snapshot, language, strategy) : null,
    siblings: (strategy ? snapshot.referring(projects, 'strategy', strategy.id) : [])
      .filter(({ id }) => id !== project.id)
      .map((each) => listProject(snapshot, language, each)),
    fruits: viewFruits(snapshot, language, project),
  };
}

/** A whole or partial ISO date, the year where nothing finer is known, or null. */
function partialDate(date: string | null, year: number | null): string | null {
  return (date !== null && isoDate(date)) || (year?.toString() ?? null);
}

function viewMoney(project: Project, language: Language) {
  const { budgetAmount, budgetCurrency, budgetEur, budgetBand } = project;
  const own =
    budgetAmount !== null && budgetCurrency !== null
      ? formatMoney(language, budgetAmount, budgetCurrency)
      : null;
  return {
    amount: own ?? (budgetEur === null ? null : formatMoney(language, budgetEur, 'EUR')),
    /** The same in euro where the amount is in another currency. */
    euro:
      own !== null && budgetCurrency !== 'EUR' && budgetEur !== null
        ? formatMoney(language, budgetEur, 'EUR')
        : null,
    band: budgetBand === 'unknown' ? null : budgetBand,
    bandText: budgetBand && label(language, 'costBand', budgetBand),
    note: phrase(project.text, 'budgetNote', language),
  };
}
