/** The projects of a strategy on one axis of years, with what became of each. */
import { type Phrase, phrase } from '../collections/localised.ts';
import type { Project } from '../collections/projects.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import { type EntryLink, linkProject } from './entry-link.ts';
import { type LineState, lifecycleState, stateOrder } from './line-state.ts';
import { pointInYears, yearsOfPeriod } from './period.ts';

/**
 * A stretch of the axis in per cent. `known` has both ends; `open` has a start only, `ended` an end
 * only; `period` has neither, just the programme period it belongs to.
 */
type Span = {
  readonly from: number;
  readonly to: number;
  readonly basis: 'known' | 'open' | 'ended' | 'period';
};

type PortfolioRow = EntryLink & {
  readonly summary: Phrase | null;
  readonly years: string | null;
  readonly period: string | null;
  readonly state: LineState;
  readonly outcome: Phrase | null;
  readonly outcomeCheckedOn: string | null;
  readonly evidence: string | null;
  readonly span: Span | null;
};

export type Portfolio = {
  readonly rows: readonly PortfolioRow[];
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
  /** Where the day of the snapshot lies, or null when it is off the axis. */
  readonly today: number | null;
  /** How many projects have come to what, best known first. */
  readonly counts: readonly { readonly state: LineState; readonly count: number }[];
};

type Stretch = { readonly from: number; readonly to: number; readonly basis: Span['basis'] };

/** `asOf` is the day of the content, for what still runs. */
export function viewPortfolio(
  language: Language,
  projects: readonly Project[],
  asOf: string | null,
): Portfolio {
  const now = asOf === null ? null : pointInYears(asOf, 'end');
  const drawn = projects
    .map((project) => ({ project, stretch: stretchOf(project, now) }))
    .sort((one, other) => byStart(one.stretch, other.stretch));
  const stretches = drawn.flatMap(({ stretch }) => stretch ?? []);
  const first = Math.floor(Math.min(...stretches.map(({ from }) => from)));
  const last = Math.ceil(Math.max(...stretches.map(({ to }) => to)));
  const percent = (point: number) => round(((point - first) / (last - first)) * 100);
  return {
    rows: drawn.map(({ project, stretch }) => ({
      ...linkProject(language, project),
      summary: phrase(project.text, 'summary', language),
      years: formatYears(project.startYear, project.endYear),
      period: project.period && label(language, 'programmePeriod', project.period),
      state: lifecycleState(language, project.lifecycle),
      outcome: phrase(project.text, 'outcomeNote', language),
      outcomeCheckedOn: project.outcomeCheckedOn,
      evidence: project.evidence,
      span: stretch && {
        from: percent(stretch.from),
        to: percent(stretch.to),
        basis: stretch.basis,
      },
    })),
    ticks: stretches.length === 0 ? [] : ticks(first, last, percent),
    today: now !== null && now > first && now < last ? percent(now) : null,
    counts: stateOrder.flatMap((lifecycle) => {
      const count = projects.filter((project) => project.lifecycle === lifecycle).length;
      return count === 0 ? [] : [{ state: lifecycleState(language, lifecycle), count }];
    }),
  };
}

function stretchOf(project: Project, now: number | null): Stretch | null {
  const { startDate, endDate, startYear, endYear } = project;
  const start = startDate ?? (startYear === null ? null : String(startYear));
  const end = endDate ?? (endYear === null ? null : String(endYear));
  const period = yearsOfPeriod(project.period);
  if (start !== null && end !== null) {
    return { from: pointInYears(start, 'start'), to: pointInYears(end, 'end'), basis: 'known' };
  }
  if (start !== null) {
    const from = pointInYears(start, 'start');
    const until = project.lifecycle === 'running' ? now : period && period[1] + 1;
    return { from, to: Math.max(until ?? from + 1, from + 1), basis: 'open' };
  }
  if (end !== null) {
    const to = pointInYears(end, 'end');
    return { from: Math.min(period?.[0] ?? to - 1, to - 1), to, basis: 'ended' };
  }
  if (period === null) return null;
  const until = project.lifecycle === 'running' ? (now ?? 0) : 0;
  return { from: period[0], to: Math.max(period[1] + 1, until), basis: 'period' };
}

function byStart(one: Stretch | null, other: Stretch | null): number {
  const order = (stretch: Stretch | null) =>
    stretch === null ? 2 : stretch.basis === 'period' ? 1 : 0;
  return order(one) - order(other) || (one?.from ?? 0) - (other?.from ?? 0);
}

/** Years under the axis: every year on a short one, every second or fifth on a long one. */
function ticks(first: number, last: number, percent: (point: number) => number) {
  const years = last - first;
  const step = years > 14 ? 5 : years > 7 ? 2 : 1;
  const found: { year: number; at: number }[] = [];
  for (let year = Math.ceil(first / step) * step; year < last; year += step) {
    found.push({ year, at: percent(year) });
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
