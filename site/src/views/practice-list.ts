import { practices } from '../collections/practices.ts';
import { bands } from '../drawing/cost-card.ts';
import { formatList } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, entryUrl } from '../urls.ts';
import { viewAlive } from './alive.ts';
import { practiceText } from './entry-link.ts';
import { allPlaces } from './list-places.ts';
import { buildFacets, buildQuick, type ListRow, numberRows, sortRows } from './list.ts';
import { challengeFacet, factsOfTowns, yearFacet } from './list-facets.ts';
import { type ListedPractice, readPracticePart } from './listed-practice.ts';
import { partsOf } from './list-parts.ts';
import { practiceFacets, quickChoices } from './practice-facets.ts';
import { positionOf, yearsOf } from './practice-place.ts';
import { practiceTook } from './practice-took.ts';
import { type Town, viewTowns } from './town.ts';

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
  const shown = readPracticePart(snapshot, part);
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
    facets: buildFacets(language, rows, practiceFacets(snapshot, language)),
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
    otherTowns: allPlaces(snapshot),
    parts: partsOf(snapshot, practices),
  };
}

function rowOf(snapshot: Snapshot, language: Language, practice: ListedPractice): ListRow {
  const t = translator(language);
  const towns = viewTowns(snapshot, language, practice.links.cities);
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
      ...factsOfTowns(towns),
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

function kickerOf(language: Language, practice: ListedPractice, towns: readonly Town[]): string {
  const names = towns.map(({ title }) => title.text);
  const countries = [...new Set(towns.map(({ country }) => country))];
  const years = yearsOf(practice);
  return [formatList(language, names), ...countries, ...(years ? [years] : [])].join(', ');
}

/** One pin per town: a practice of several towns stands at each of them. */
function pinsOf(snapshot: Snapshot, language: Language, practice: ListedPractice, number: number) {
  const href = `#${anchorOf(practice.ref)}`;
  return positionOf(snapshot, language, practice).map((place) => ({ ...place, number, href }));
}
