/** What is known of strategies after they were written, by date. */
import { spoken } from '../collections/localised.ts';
import type { Strategy } from '../collections/strategies.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkStrategy } from './entry-link.ts';
import { isoDate } from './record.ts';

type LaterState = {
  /** Whole or partial ISO date. */
  readonly date: string;
  readonly note: string;
  /** The language of the note where it is not the page's. */
  readonly lang: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly strategy: EntryLink;
};

/** Later states of these strategies whose date can be read, the oldest first. */
export function laterStates(language: Language, strategies: readonly Strategy[]): LaterState[] {
  return strategies
    .flatMap((strategy) => {
      const afterlife = spoken(strategy.text, 'afterlife', language);
      return (afterlife?.value ?? [])
        .filter(({ date }) => isoDate(date) !== null)
        .map((item) => ({
          ...item,
          lang: afterlife?.lang ?? null,
          strategy: linkStrategy(language, strategy),
        }));
    })
    .sort((a, b) => compareDates(a.date, b.date));
}

/** The newest of them up to the day of the content. */
export function newestState(
  snapshot: Snapshot,
  language: Language,
  strategies: readonly Strategy[],
): LaterState | null {
  const asOf = snapshot.meta('asOf') ?? '';
  return (
    laterStates(language, strategies).findLast(({ date }) => asOf === '' || date <= asOf) ?? null
  );
}

/** Orders whole and partial ISO dates; a year comes before its months. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
