import type { Decision } from './plan';

export interface Tally {
  file: string;
  created: number;
  updated: number;
  unchanged: number;
  left: number;
  translations: number;
  readonly total: number;
  count(locale: string, decision: Decision): void;
}

/** Counts the records of one file; rows of other languages are counted together. */
export function emptyTally(file: string): Tally {
  return {
    file,
    created: 0,
    updated: 0,
    unchanged: 0,
    left: 0,
    translations: 0,
    get total() {
      return this.created + this.updated + this.unchanged + this.left;
    },
    count(locale, decision) {
      if (locale !== 'en') this.translations += 1;
      else if (decision.action === 'create') this.created += 1;
      else if (decision.action === 'update') this.updated += 1;
      else if ('because' in decision && decision.because === 'unchanged') this.unchanged += 1;
      else this.left += 1;
    },
  };
}

/** The last line: all types together. */
export function describeSum(tallies: readonly Tally[]): string {
  const sum = emptyTally('all');
  for (const tally of tallies) {
    for (const key of ['created', 'updated', 'unchanged', 'left', 'translations'] as const) {
      sum[key] += tally[key];
    }
  }
  return describeTally(sum);
}

export function describeTally(tally: Tally): string {
  const { file, created, updated, unchanged, left, translations, total } = tally;
  const parts = [
    `${created} new`,
    `${updated} changed`,
    `${unchanged} as before`,
    ...(left > 0 ? [`${left} left to editors`] : []),
    ...(translations > 0 ? [`${translations} translations`] : []),
  ];
  return `${file.padEnd(14)} ${String(total).padStart(4)}  (${parts.join(', ')})`;
}
