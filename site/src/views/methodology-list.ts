import { name, phrase } from '../collections/localised.ts';
import { type Methodology, methodologies } from '../collections/methodologies.ts';
import { practices } from '../collections/practices.ts';
import { bands } from '../drawing/cost-card.ts';
import { beside } from '../i18n/beside.ts';
import { label, type ListName } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { defineDerived } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl, unknownValue } from '../urls.ts';
import { buildFacets, type FacetDefinition, type ListRow, sortRows } from './list.ts';
import { challengeFacet, factsOfTowns, sharedFacets } from './list-facets.ts';
import { partsOf, readPart } from './list-parts.ts';
import { phases } from './phases.ts';
import { viewTowns } from './town.ts';

const degrees = ['low', 'medium', 'high'];
const needs = ['none', 'some', 'high'];

/** The methodologies in the order of the phases they serve, or one part of them when they are many. */
export function viewMethodologyList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const orders = [
    { value: 'phase', text: t('methodologies.sort.phase') },
    { value: 'days', text: t('list.sort.days') },
    { value: 'money', text: t('list.sort.money') },
    { value: 'used', text: t('methodologies.sort.used') },
    { value: 'title', text: t('list.sort.title') },
  ];
  const unsorted = readPart(snapshot, methodologies, part).map((each) =>
    rowOf(snapshot, language, each),
  );
  const rows = sortRows(language, unsorted, 'phase');
  return {
    rows,
    orders,
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    parts: partsOf(snapshot, methodologies),
  };
}

const practicesOfMethodology = defineDerived(
  'practices-of-methodology',
  (snapshot, id) => snapshot.references(practices, 'methodologies', id).length,
);

function rowOf(snapshot: Snapshot, language: Language, methodology: Methodology): ListRow {
  const t = translator(language);
  const unknown = t('common.unknown');
  const title = name(methodology.text, 'title', language);
  const towns = viewTowns(snapshot, language, methodology.links.testedIn);
  const used = snapshot.derive(practicesOfMethodology, methodology.id);
  const band = bands.find((each) => each === methodology.costBand);
  const { minDays, participationLevel: level, conflictSuitability, digitalNeed } = methodology;
  const served = phases.filter((phase) => methodology.phases.includes(phase));
  const first = served[0];
  return {
    ref: methodology.ref,
    title,
    href: entryUrl(language, 'methodology', methodology.slug),
    kicker: served.map((phase) => label(language, 'phase', phase)).join(beside),
    oneLine: phrase(methodology.text, 'summary', language),
    took: [
      {
        label: t('cost.money'),
        value: band ? t(`cost.short.${band}`) : unknown,
        band: band ? bands.indexOf(band) : null,
      },
      {
        label: t('methodology.minDays'),
        value: minDays === null ? unknown : t('cost.days', { count: minDays }),
      },
      {
        label: t('methodology.level'),
        value: level ? label(language, 'participationLevel', level) : unknown,
      },
      {
        label: t('methodology.conflict.short'),
        value: conflictSuitability ? label(language, 'degree', conflictSuitability) : unknown,
      },
    ],
    foot: [
      towns.length === 0
        ? t('methodology.tested.none')
        : t('methodology.tested', { count: towns.length }),
      ...(used === 0 ? [] : [t('methodology.used', { count: used })]),
    ],
    facets: {
      phase: served,
      level: level ? [level] : [],
      cost: band ? [band] : [],
      conflict: conflictSuitability ? [conflictSuitability] : [],
      digital: digitalNeed ? [digitalNeed] : [],
      challenge: challengeFacet(snapshot, methodology.links.challenges),
      country: factsOfTowns(towns).country,
      city: factsOfTowns(towns).city,
    },
    sort: {
      title: title.text,
      phase: (first ? phases.indexOf(first) : phases.length) * 100 - served.length,
      used: -used * 100 - towns.length,
      ...(minDays === null ? {} : { days: minDays }),
      ...(band ? { money: bands.indexOf(band) } : {}),
    },
  };
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language);
  const listed = (list: ListName) => (value: string) =>
    value === unknownValue ? t('common.unknown') : label(language, list, value);
  return [
    { key: 'phase', title: t('list.facet.phase'), text: listed('phase'), order: phases },
    shared.level,
    { ...shared.cost, title: t('methodologies.facet.cost') },
    {
      key: 'conflict',
      title: t('methodology.conflict'),
      text: listed('degree'),
      order: degrees.toReversed(),
    },
    { key: 'digital', title: t('methodology.digital'), text: listed('digitalNeed'), order: needs },
    shared.challenge,
    { ...shared.country, title: t('methodologies.facet.country') },
    { ...shared.city, title: t('methodologies.facet.city') },
  ];
}
