import { phrase } from '../collections/localised.ts';
import { type Network, networks } from '../collections/networks.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkNetwork } from './entry-link.ts';
import { bodyState, stateOrder } from './line-state.ts';
import { challengeFacet, factsOfTowns, sharedFacets } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { allPlaces, pinsOfRows } from './list-places.ts';
import { buildFacets, type FacetDefinition, type ListRow, numberRows, sortRows } from './list.ts';
import { type Town, viewTowns } from './town.ts';

/** The list of networks, or one part of it when it is long. */
export function viewNetworkList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const shown = readPart(snapshot, networks, part);
  const townsOf = new Map(shown.map((each) => [each.ref, membersOf(snapshot, language, each)]));
  const unsorted = shown.map((each) =>
    rowOf(snapshot, language, each, townsOf.get(each.ref) ?? []),
  );
  const rows = numberRows(sortRows(language, unsorted, 'state'));
  return {
    rows,
    orders: [
      { value: 'state', text: t('list.sort.state') },
      { value: 'newest', text: t('list.sort.newest') },
      { value: 'title', text: t('list.sort.title') },
    ],
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    pins: pinsOfRows(rows, townsOf),
    otherTowns: allPlaces(snapshot),
    parts: partsOf(snapshot, networks),
  };
}

/** The members that are towns of the platform. */
function membersOf(snapshot: Snapshot, language: Language, { members }: Network): Town[] {
  const ids = new Set(members.flatMap(({ city }) => city ?? []));
  return viewTowns(snapshot, language, [...ids]);
}

function rowOf(
  snapshot: Snapshot,
  language: Language,
  network: Network,
  towns: readonly Town[],
): ListRow {
  const t = translator(language);
  const link = linkNetwork(language, network);
  const { foundedYear, members } = network;
  return {
    ...link,
    kicker: label(language, 'networkKind', network.kind),
    oneLine: phrase(network.text, 'summary', language),
    took: [
      { label: t('network.founded'), value: foundedYear?.toString() ?? t('common.unknown') },
      { label: t('network.members'), value: String(members.length) },
      {
        label: t('network.join'),
        value: t(network.text.en.howToJoin ? 'network.list.join' : 'common.unknown'),
      },
    ],
    state: bodyState(language, network.lifecycle),
    facets: {
      ...factsOfTowns(towns),
      kind: [network.kind],
      lifecycle: [network.lifecycle],
      challenge: challengeFacet(snapshot, network.links.challenges),
    },
    sort: {
      title: link.title.text,
      state: stateOrder.indexOf(network.lifecycle),
      ...(foundedYear === null ? {} : { newest: -foundedYear }),
    },
  };
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  return [
    {
      key: 'kind',
      title: t('list.facet.kind'),
      text: (value) => label(language, 'networkKind', value),
    },
    {
      ...shared.lifecycle,
      title: t('network.state'),
      text: (value) => label(language, 'bodyLifecycle', value),
    },
    shared.challenge,
    shared.country,
    shared.city,
  ];
}
