import { type City, cities } from '../collections/cities.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { bands } from '../drawing/cost-card.ts';
import { countryName, formatList, languageName } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, entryUrl, unknownValue } from '../urls.ts';
import { viewAlive } from './alive.ts';
import { linkCity, practiceText } from './entry-link.ts';
import {
  buildFacets,
  buildQuick,
  type FacetDefinition,
  type ListRow,
  numberRows,
  sortRows,
} from './list.ts';
import { challengeFacet, sharedFacets, townFacets, yearFacet } from './list-facets.ts';
import { entriesOfPart, listParts } from './list-parts.ts';
import { positionOf, yearsOf } from './practice-place.ts';
import { practiceTook } from './practice-took.ts';

const lifecycleOrder = [
  'running',
  'completedWorking',
  'idea',
  'paused',
  'superseded',
  'completedUnclear',
  'stopped',
];

/** The list of practices, or one part of it when it is long. */
export function viewPracticeList(snapshot: Snapshot, language: Language, part: number) {
  const t = translator(language);
  const every = snapshot.all(practices);
  const shown = entriesOfPart(every, part);
  const orders = (['alive', 'newest', 'money', 'evidence', 'title'] as const).map((value) => ({
    value,
    text: t(`list.sort.${value}`),
  }));
  const unsorted = shown.map((each) => rowOf(snapshot, language, each));
  const rows = numberRows(sortRows(language, unsorted, 'alive'));
  const numbers = new Map(rows.map(({ ref, number }) => [ref, number ?? 0]));
  return {
    rows,
    orders,
    facets: buildFacets(language, rows, definitions(snapshot, language)),
    quick: {
      title: t('practices.quick'),
      key: 'quick',
      values: buildQuick(
        rows,
        'quick',
        quickChoices.map(({ value }) => ({ value, text: t(`practices.quick.${value}`) })),
      ),
    },
    pins: shown.flatMap((each) => pinsOf(snapshot, language, each, numbers.get(each.ref) ?? 0)),
    otherTowns: snapshot.all(cities).map(({ latitude, longitude }) => ({ latitude, longitude })),
    parts: listParts(every),
  };
}

const quickChoices = [
  { value: 'months3', passes: ({ costCard }: Practice) => atMost(costCard?.months, 3) },
  { value: 'months12', passes: ({ costCard }: Practice) => atMost(costCard?.months, 12) },
  { value: 'under5k', passes: ({ costCard }: Practice) => costCard?.costBand === 'under5k' },
  { value: 'noHelp', passes: ({ costCard }: Practice) => costCard?.outsideHelp === false },
  { value: 'staff20', passes: ({ costCard }: Practice) => atMost(costCard?.staffDays, 20) },
  { value: 'alive', passes: ({ lifecycle }: Practice) => lifecycle === 'running' },
] as const;

function atMost(value: number | null | undefined, limit: number): boolean {
  return value !== null && value !== undefined && value <= limit;
}

function rowOf(snapshot: Snapshot, language: Language, practice: Practice): ListRow {
  const t = translator(language);
  const towns = snapshot.linked(cities, practice.links.cities);
  const { title, oneLine } = practiceText(language, practice);
  const band = bands.find((each) => each === practice.costCard?.costBand);
  const year = practice.startYear ?? practice.endYear;
  return {
    ref: practice.ref,
    title,
    oneLine,
    href: entryUrl(language, 'practice', practice.slug),
    kicker: kickerOf(language, practice, towns),
    took: practiceTook(language, practice.costCard),
    alive: viewAlive(language, snapshot.meta('asOf') ?? '', practice),
    foot: practice.evidence
      ? [t('record.evidenceLetter', { letter: practice.evidence.toUpperCase() })]
      : [],
    facets: {
      ...townFacets(towns),
      challenge: challengeFacet(snapshot, practice.links.challenges),
      cost: band === undefined ? [] : [band],
      level: practice.participationLevel ? [practice.participationLevel] : [],
      lifecycle: [practice.lifecycle],
      evidence: practice.evidence ? [practice.evidence] : [],
      language: [
        ...new Set([
          practice.originalLanguage,
          ...practice.translations.map((each) => each.language),
        ]),
      ],
      year: yearFacet(practice.startYear, practice.endYear),
      quick: quickChoices.filter(({ passes }) => passes(practice)).map(({ value }) => value),
    },
    sort: {
      title: title.text,
      alive: lifecycleOrder.indexOf(practice.lifecycle) * 10_000 - (year ?? 0),
      ...(year === null ? {} : { newest: -year }),
      ...(band === undefined ? {} : { money: bands.indexOf(band) }),
      ...(practice.evidence === null ? {} : { evidence: practice.evidence }),
    },
  };
}

function kickerOf(language: Language, practice: Practice, towns: readonly City[]): string {
  const names = towns.map((city) => linkCity(language, city).title.text);
  const countries = [...new Set(towns.map(({ country }) => countryName(language, country)))];
  const years = yearsOf(practice);
  return [formatList(language, names), ...countries, ...(years ? [years] : [])].join(', ');
}

function definitions(snapshot: Snapshot, language: Language): FacetDefinition[] {
  const t = translator(language);
  const shared = sharedFacets(snapshot, language, snapshot.all(cities));
  const unknown = t('common.unknown');
  return [
    shared.challenge,
    shared.cost,
    shared.size,
    shared.level,
    shared.country,
    shared.city,
    shared.lifecycle,
    {
      key: 'evidence',
      title: t('list.facet.evidence'),
      text: (value) => (value === unknownValue ? unknown : label(language, 'evidenceGrade', value)),
      order: ['a', 'b', 'c', 'd'],
    },
    {
      key: 'language',
      title: t('list.facet.language'),
      text: (value) => (value === unknownValue ? unknown : languageName(language, value)),
    },
    shared.year,
  ];
}

/** One pin per town: a practice of several towns stands at each of them. */
function pinsOf(snapshot: Snapshot, language: Language, practice: Practice, number: number) {
  const href = `#${anchorOf(practice.ref)}`;
  return positionOf(snapshot, language, practice).map((place) => ({ ...place, number, href }));
}
