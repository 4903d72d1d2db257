import { phrase } from '../collections/localised.ts';
import { projects } from '../collections/projects.ts';
import { type Strategy, strategies } from '../collections/strategies.ts';
import { beside } from '../i18n/beside.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkStrategy } from './entry-link.ts';
import { adoptionState } from './line-state.ts';
import { challengeFacet, factsOfTowns, sharedFacets, yearFacet } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { allPlaces, pinsOfRows, placeOrder, placeWords } from './list-places.ts';
import {
  buildFacets,
  type FacetDefinition,
  type ListRow,
  numberRows,
  sortRows,
  type Took,
} from './list.ts';
import { bodiesOf } from './related.ts';
import { type Town, viewTowns } from './town.ts';

/** The list of strategies, or one part of it when it is long. */
export function viewStrategyList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const shown = readPart(snapshot, strategies, part);
  const townsOf = new Map(
    shown.map(({ ref, links }) => [ref, viewTowns(snapshot, language, links.cities)]),
  );
  const unsorted = shown.map((each) =>
    rowOf(snapshot, language, each, townsOf.get(each.ref) ?? []),
  );
  const rows = numberRows(sortRows(language, unsorted, 'place'));
  return {
    rows,
    orders: [
      { value: 'place', text: t('list.sort.place') },
      { value: 'newest', text: t('list.sort.newest') },
      { value: 'projects', text: t('list.sort.projects') },
      { value: 'title', text: t('list.sort.title') },
    ],
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    pins: pinsOfRows(rows, townsOf),
    otherTowns: allPlaces(snapshot),
    parts: partsOf(snapshot, strategies),
  };
}

function rowOf(
  snapshot: Snapshot,
  language: Language,
  strategy: Strategy,
  towns: readonly Town[],
): ListRow {
  const link = linkStrategy(language, strategy);
  const kind = label(language, 'strategyKind', strategy.kind);
  const portfolio = snapshot.references(projects, 'strategy', strategy.id).length;
  const { yearFrom, yearTo } = strategy;
  return {
    ...link,
    kicker: [placeWords(towns), kind].filter((word) => word !== null).join(beside),
    oneLine: phrase(strategy.text, 'purpose', language),
    took: tookOf(snapshot, language, strategy, portfolio),
    state: adoptionState(language, strategy.adoption),
    facets: {
      ...factsOfTowns(towns),
      challenge: challengeFacet(snapshot, strategy.links.challenges),
      kind: [strategy.kind],
      adoption: strategy.adoption === 'unknown' ? [] : [strategy.adoption],
      year: yearFacet(yearFrom, yearTo),
    },
    sort: {
      title: link.title.text,
      place: placeOrder(towns),
      projects: -portfolio,
      ...(yearFrom === null ? {} : { newest: -yearFrom }),
    },
  };
}

/** What is kept of it: its years, its planning process, its projects and the bodies behind it. */
function tookOf(
  snapshot: Snapshot,
  language: Language,
  strategy: Strategy,
  portfolio: number,
): Took[] {
  const t = translator(language);
  const { processSteps, processNote } = strategy.text.en;
  const unknown = t('common.unknown');
  const bodies = bodiesOf(snapshot, strategy).length;
  return [
    { label: t('record.years'), value: formatYears(strategy.yearFrom, strategy.yearTo) ?? unknown },
    {
      label: t('strategy.list.process'),
      value:
        processSteps.length > 0
          ? t('strategy.list.steps', { count: processSteps.length })
          : processNote
            ? t('strategy.list.noted')
            : unknown,
    },
    {
      label: t('strategy.projects'),
      value: portfolio === 0 ? t('strategy.projects.none') : String(portfolio),
    },
    {
      label: t('strategy.list.keepers'),
      value: bodies === 0 ? unknown : t('strategy.list.bodies', { count: bodies }),
    },
  ];
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  return [
    {
      key: 'kind',
      title: t('list.facet.kind'),
      text: (value) => label(language, 'strategyKind', value),
    },
    shared.challenge,
    shared.country,
    {
      key: 'adoption',
      title: t('strategy.list.adoption'),
      text: (value) => label(language, 'adoption', value),
      order: ['adopted', 'approvedForFunding', 'endorsed', 'draft', 'notAdopted'],
    },
    shared.year,
    shared.size,
    shared.city,
  ];
}
