import type { Row } from './content-file.ts';
import type { Random } from './random.ts';
import type { Target, TargetTable } from './targets.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A relation of a practice as Strapi stores it. */
export interface Relation {
  readonly attribute: string;
  readonly table: string;
  readonly column: string;
  /** Where the place in the list stands; null for a relation to one. */
  readonly order: string | null;
  readonly target: TargetTable;
  readonly choose: (random: Random, targets: readonly Target[]) => readonly Target[];
}

const many = (
  attribute: string,
  singular: string,
  target: TargetTable,
  most: [number, number],
) => ({
  attribute,
  table: `practices_${attribute}_lnk`,
  column: `${singular}_id`,
  order: `${singular}_ord`,
  target,
  choose: (random: Random, targets: readonly Target[]) => random.several(targets, ...most),
});
const one = (attribute: string, column: string, target: TargetTable, share: number) => ({
  attribute,
  table: `practices_${attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_lnk`,
  column,
  order: null,
  target,
  choose: (random: Random, targets: readonly Target[]) =>
    random.chance(share) ? [random.pick(targets)] : [],
});

export const relations: readonly Relation[] = [
  {
    ...many('cities', 'city', 'cities', [1, 1]),
    choose: (random, targets) => {
      // The last town has just begun to tell of what it does.
      const town = () => {
        const chosen = random.pickUneven(targets);
        return chosen !== targets.at(-1) || random.chance(0.2) ? chosen : random.pick(targets);
      };
      const places = [town(), town()];
      return random.chance(0.1) ? [...new Set(places)] : places.slice(0, 1);
    },
  },
  many('challenges', 'challenge', 'challenges', [2, 4]),
  many('methodologies', 'methodology', 'methodologies', [0, 2]),
  many('instruments', 'instrument', 'instruments', [0, 2]),
  {
    ...many('resources', 'resource', 'resources', [1, 1]),
    // The library is of books about the region; most practices come with files of their own.
    choose: (random, targets) => (random.chance(0.1) ? [random.pick(targets)] : []),
  },
  one('project', 'project_id', 'projects', 0.6),
  one('organisation', 'organisation_id', 'organisations', 0.9),
  one('adaptedFrom', 'inv_practice_id', 'practices', 0.1),
];

const lifecycles = [
  'running',
  'completedWorking',
  'completedUnclear',
  'paused',
  'stopped',
] as const;
const levels = ['none', 'inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
const bands = [
  'under5k',
  'from5kTo25k',
  'from25kTo100k',
  'from100kTo1m',
  'over1m',
  'unknown',
] as const;
const actors = [
  'localGovernment',
  'ngo',
  'citizenGroup',
  'business',
  'university',
  'expert',
] as const;

/** The values of a practice of about 5 kB of text that differ from those of its model. */
export function practiceValues(
  random: Random,
  vocabulary: Vocabulary,
  given: { number: number; model: Row; city: Target },
): Row {
  const { number, model, city } = given;
  const startYear = random.whole(1998, 2025);
  const years = random.whole(0, 6);
  const text = (about: number) => vocabulary.text(random, about);
  return {
    ref: `SEE-P-${String(number).padStart(3, '0')}`,
    slug: `${city.slug}-practice-${number}`.slice(-80),
    title: `${String(model.title).slice(0, 60)}, ${city.name} ${startYear}`.slice(0, 100),
    one_line: vocabulary.text(random, 90, 158),
    summary: vocabulary.text(random, 400, 590),
    form: random.chance(0.8) ? 'full' : 'short',
    context: text(500),
    problem: text(600),
    actions: text(1100),
    results: text(700),
    went_wrong: text(400),
    would_do_differently: text(300),
    transfer_needs: text(400),
    legal_basis: random.chance(0.3) ? text(200) : null,
    groups_reached: JSON.stringify([]),
    participants: random.chance(0.5) ? random.whole(12, 4000) : null,
    participation_level: random.pick(levels),
    evidence: random.pick(['a', 'b', 'c', 'd'] as const),
    lifecycle: random.pick(lifecycles),
    start_year: startYear,
    end_year: random.chance(0.7) ? Math.min(startYear + years, 2026) : null,
    adapted_from_note: null,
    former_slugs: '[]',
  };
}

export function stepValues(random: Random, vocabulary: Vocabulary): Row {
  return {
    title: random.pick(vocabulary.stepTitles),
    who: JSON.stringify(random.several(actors, 1, 3)),
    level: random.pick(levels),
    weeks: random.chance(0.6) ? random.whole(1, 52) : null,
  };
}

export function costValues(random: Random, vocabulary: Vocabulary): Row {
  return {
    staff_days: random.chance(0.6) ? random.whole(5, 900) : null,
    cost_band: random.pick(bands),
    months: random.chance(0.7) ? random.whole(1, 48) : null,
    roles: vocabulary.text(random, 40, 290),
    outside_help: random.chance(0.5) ? 1 : 0,
    funding_source: vocabulary.text(random, 40, 190),
  };
}

export function blockValues(random: Random, vocabulary: Vocabulary): Row {
  return {
    title: random.pick(vocabulary.stepTitles).slice(0, 120),
    what: vocabulary.text(random, 150),
    enabling_factors: vocabulary.text(random, 80, 590),
    lesson: vocabulary.text(random, 80, 590),
  };
}
