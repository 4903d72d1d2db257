import { type Instrument, instruments } from '../collections/instruments.ts';
import { phrase } from '../collections/localised.ts';
import { beside } from '../i18n/beside.ts';
import { formatDate } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linkInstrument } from './entry-link.ts';
import { bodyState } from './line-state.ts';
import { factsOfTowns, sharedFacets } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { allPlaces, pinsOfRows, placeOrder, placeWords } from './list-places.ts';
import { buildFacets, type FacetDefinition, type ListRow, numberRows, sortRows } from './list.ts';
import { type Town, viewTowns } from './town.ts';

/** The register of Task Forces and Centers, or one part of it when it is long. */
export function viewInstrumentList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const shown = readPart(snapshot, instruments, part);
  const townsOf = new Map(
    shown.map(({ ref, links }) => [ref, viewTowns(snapshot, language, links.city)]),
  );
  const unsorted = shown.map((each) => rowOf(language, each, townsOf.get(each.ref) ?? []));
  const rows = numberRows(sortRows(language, unsorted, 'place'));
  return {
    rows,
    orders: [
      { value: 'place', text: t('list.sort.place') },
      { value: 'newest', text: t('list.sort.newest') },
      { value: 'title', text: t('list.sort.title') },
    ],
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    pins: pinsOfRows(rows, townsOf),
    otherTowns: allPlaces(snapshot),
    parts: partsOf(snapshot, instruments),
  };
}

function rowOf(language: Language, instrument: Instrument, towns: readonly Town[]): ListRow {
  const t = translator(language);
  const link = linkInstrument(language, instrument);
  const kind = label(language, 'instrumentKind', instrument.kind);
  const { legalForm, composition, lastMeeting, setUpYear } = instrument;
  const unknown = t('common.unknown');
  return {
    ...link,
    kicker: [placeWords(towns), kind].filter((word) => word !== null).join(beside),
    oneLine: phrase(instrument.text, 'mandate', language),
    took: [
      { label: t('instrument.setUp'), value: setUpYear?.toString() ?? unknown },
      {
        label: t('instrument.legalForm'),
        value: legalForm === null ? unknown : label(language, 'legalForm', legalForm),
      },
      {
        label: t('instrument.composition'),
        value:
          composition.length === 0
            ? unknown
            : t('instrument.list.actors', { count: composition.length }),
      },
      {
        label: t('instrument.list.met'),
        value: lastMeeting === null ? unknown : formatDate(language, lastMeeting.slice(0, 7)),
      },
    ],
    state: bodyState(language, instrument.lifecycle),
    facets: {
      ...factsOfTowns(towns),
      kind: [instrument.kind],
      lifecycle: [instrument.lifecycle],
    },
    sort: {
      title: link.title.text,
      place: placeOrder(towns),
      ...(setUpYear === null ? {} : { newest: -setUpYear }),
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
      text: (value) => label(language, 'instrumentKind', value),
      order: ['urbanTaskForce', 'urbanCenter', 'urbanCenterProcess', 'other'],
    },
    shared.country,
    shared.city,
    {
      ...shared.lifecycle,
      title: t('instrument.state'),
      text: (value) => label(language, 'bodyLifecycle', value),
    },
    shared.size,
  ];
}
