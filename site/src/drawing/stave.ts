export type Level = 'none' | 'inform' | 'consult' | 'involve' | 'collaborate' | 'empower';

/** The five lines, from the top. */
export const lines = ['empower', 'collaborate', 'involve', 'consult', 'inform'] as const;

export interface StaveStep {
  /** Null where nobody said how much say people had. */
  readonly level: Level | null;
  readonly weeks: number | null;
}

export interface StaveBar {
  /** On a field 1000 wide. */
  readonly x: number;
  readonly width: number;
  readonly y: number;
  /** Its length is not known: drawn as an outline. */
  readonly isOpen: boolean;
  /** Nobody said how much say people had: it stands below the lines. */
  readonly isOffLines: boolean;
}

interface StaveNumber {
  readonly number: number;
  /** In percent of the field. */
  readonly x: number;
  readonly y: number;
  /** In px above its bar, where two numbers would touch. */
  readonly lift: number;
}

export interface Stave {
  /** Five, or six when a step stands below the lines. */
  readonly rows: number;
  readonly height: number;
  readonly bars: readonly StaveBar[];
  /** Path data of the dotted uprights between steps of different levels. */
  readonly links: string;
  readonly numbers: readonly StaveNumber[];
  /** All weeks together; null when one of them is not known. */
  readonly weeks: number | null;
  readonly known: 'all' | 'some' | 'none';
}

const FIELD = 1000;
const ROW = 40;
const GAP = 3;
/** Centres of numbers on one line nearer than this touch on a phone. */
const NEAR = 110;
const LIFT = 15;

function rowOf(level: Level | null): number {
  const row = lines.findIndex((line) => line === level);
  return row < 0 ? lines.length : row;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Steps of unknown length are given the mean of the others, or one length for all. */
function sharesOf(steps: readonly StaveStep[]): number[] {
  const known = steps.flatMap(({ weeks }) => (weeks !== null && weeks > 0 ? [weeks] : []));
  const mean = known.length > 0 ? known.reduce((a, b) => a + b) / known.length : 1;
  const lengths = steps.map(({ weeks }) => (weeks !== null && weeks > 0 ? weeks : mean));
  const sum = lengths.reduce((a, b) => a + b, 0);
  return lengths.map((length) => (length / sum) * FIELD);
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly isOpen: boolean;
}

function numberSteps(spans: readonly Span[], rows: number): StaveNumber[] {
  const numbers: StaveNumber[] = [];
  spans.forEach(({ from, to, row }, index) => {
    const centre = (from + to) / 2;
    const before = spans[index - 1];
    const isNear = before?.row === row && centre - (before.from + before.to) / 2 < NEAR;
    const lift = isNear && numbers.at(-1)?.lift === 0 ? LIFT : 0;
    const y = round(((row + 0.5) / rows) * 100);
    numbers.push({ number: index + 1, x: round((centre / FIELD) * 100), y, lift });
  });
  return numbers;
}

/** The process as a stave: five lines are five degrees of say, a bar is a step, its length is weeks. */
export function drawStave(steps: readonly StaveStep[]): Stave {
  const shares = sharesOf(steps);
  let end = 0;
  const spans = steps.map(({ level, weeks }, index): Span => {
    const from = end;
    end += shares[index] ?? 0;
    return { from, to: end, row: rowOf(level), isOpen: weeks === null || weeks <= 0 };
  });
  const rows = spans.some(({ row }) => row === lines.length) ? 6 : 5;
  const centre = (row: number): number => (row + 0.5) * ROW;
  const open = spans.filter(({ isOpen }) => isOpen).length;
  return {
    rows,
    height: rows * ROW,
    bars: spans.map(({ from, to, row, isOpen }) => {
      const gap = Math.min(GAP, (to - from) / 4);
      const [x, width] = [round(from + gap), round(to - from - 2 * gap)];
      return { x, width, y: centre(row), isOpen, isOffLines: row === lines.length };
    }),
    links: spans
      .flatMap(({ to, row }, index) => {
        const next = spans[index + 1];
        return next && next.row !== row ? [`M${round(to)} ${centre(row)}V${centre(next.row)}`] : [];
      })
      .join(''),
    numbers: numberSteps(spans, rows),
    weeks: open === 0 ? steps.reduce((sum, { weeks }) => sum + (weeks ?? 0), 0) : null,
    known: open === 0 ? 'all' : open < steps.length ? 'some' : 'none',
  };
}
