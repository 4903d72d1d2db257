import { phrase } from '../collections/localised.ts';
import { type Project, projects } from '../collections/projects.ts';
import { bands } from '../drawing/cost-card.ts';
import { beside } from '../i18n/beside.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listUrl, unknownValue } from '../urls.ts';
import { linkProject } from './entry-link.ts';
import { lifecycleState, stateOrder } from './line-state.ts';
import { challengeFacet, factsOfTowns, sharedFacets, yearFacet } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { countedTowns, placeOrder, placeWords } from './list-places.ts';
import { buildFacets, type FacetDefinition, type ListRow, sortRows } from './list.ts';
import { yearsOfPeriod } from './period.ts';
import { mapCountries } from './towns.ts';
import { type Town, viewTowns } from './town.ts';

/** The list of projects, or one part of it when it is long. */
export function viewProjectList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const shown = readPart(snapshot, projects, part);
  const townsOf = new Map(
    shown.map(({ ref, links }) => [ref, viewTowns(snapshot, language, links.cities)]),
  );
  const unsorted = shown.map((each) =>
    rowOf(snapshot, language, each, townsOf.get(each.ref) ?? []),
  );
  const rows = sortRows(language, unsorted, 'place');
  return {
    rows,
    orders: [
      { value: 'place', text: t('list.sort.place') },
      { value: 'state', text: t('list.sort.state') },
      { value: 'newest', text: t('list.sort.newest') },
      { value: 'title', text: t('list.sort.title') },
    ],
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    towns: countedTowns(language, listUrl(language, 'project'), townsOf),
    countries: mapCountries(language),
    parts: partsOf(snapshot, projects),
  };
}

function rowOf(
  snapshot: Snapshot,
  language: Language,
  project: Project,
  towns: readonly Town[],
): ListRow {
  const t = translator(language);
  const link = linkProject(language, project);
  const kind = label(language, 'projectKind', project.kind);
  const band = bands.find((each) => each === project.budgetBand);
  const period = yearsOfPeriod(project.period);
  const [from, to] = [project.startYear ?? period?.[0] ?? null, project.endYear ?? null];
  const place = placeWords(towns) ?? t('project.list.towns', { count: towns.length });
  return {
    ...link,
    kicker: [place, kind].join(beside),
    oneLine: phrase(project.text, 'summary', language),
    took: [
      { label: t('record.years'), value: yearsText(language, project) },
      {
        label: t('project.money'),
        value: band === undefined ? t('common.unknown') : t(`cost.short.${band}`),
        band: band === undefined ? null : bands.indexOf(band),
      },
      {
        label: t('record.evidence'),
        value: project.evidence?.toUpperCase() ?? t('common.unknown'),
      },
    ],
    state: lifecycleState(language, project.lifecycle),
    facets: {
      ...factsOfTowns(towns),
      kind: [project.kind],
      lifecycle: [project.lifecycle],
      challenge: challengeFacet(snapshot, project.links.challenges),
      cost: band === undefined ? [] : [band],
      agenda:
        project.statusAgenda === null || project.statusAgenda === 'unknown'
          ? []
          : [project.statusAgenda],
      year: project.startYear === null && project.period ? [project.period] : yearFacet(from, to),
      evidence: project.evidence ? [project.evidence] : [],
    },
    sort: {
      title: link.title.text,
      place: placeOrder(towns),
      state: stateOrder.indexOf(project.lifecycle),
      ...(from === null ? {} : { newest: -from }),
    },
  };
}

/** The years, else the programme period, else that they are not known. */
function yearsText(language: Language, project: Project): string {
  return (
    formatYears(project.startYear, project.endYear) ??
    (project.period
      ? label(language, 'programmePeriod', project.period)
      : translator(language)('common.unknown'))
  );
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  const known = (text: (value: string) => string) => (value: string) =>
    value === unknownValue ? t('common.unknown') : text(value);
  return [
    { ...shared.lifecycle, title: t('project.fate') },
    {
      key: 'kind',
      title: t('list.facet.kind'),
      text: known((value) => label(language, 'projectKind', value)),
    },
    shared.challenge,
    shared.country,
    shared.cost,
    {
      key: 'agenda',
      title: t('project.status'),
      text: known((value) => label(language, 'statusAgenda', value)),
      order: ['framework', 'named', 'linked', 'successor', 'notLinked'],
    },
    shared.year,
    shared.size,
    {
      key: 'evidence',
      title: t('list.facet.evidence'),
      text: known((value) => label(language, 'evidenceGrade', value)),
      order: ['a', 'b', 'c', 'd'],
    },
    shared.city,
  ];
}
