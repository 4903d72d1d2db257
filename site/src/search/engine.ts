/**
 * Asks the index, in the browser. A query goes out once in each family of languages, since nobody
 * says in which one it was typed; an entry counts by its best answer.
 */
import { type FamilyMark, familyMarks, keyOf } from './analyse.ts';
import { fold, wordsOf } from './fold.ts';
import type { Fragment, OpenIndex, Pagefind, PagefindResult } from './pagefind.ts';

export type Found = {
  readonly hits: readonly Hit[];
  /** Words that no entry has and the search went on without. */
  readonly missing: readonly string[];
  /** Tells whether a word of a text, in a family of languages, is one that was looked for. */
  readonly isMatch: (word: string, mark: FamilyMark) => boolean;
};
export type Hit = { readonly id: string; readonly load: () => Promise<Fragment> };

/** Shorter beginnings of words would find nearly everything. */
const shortestBeginning = 2;

export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #late: ReadonlySet<string>;
  readonly #outdated: ReadonlySet<string>;
  readonly #counts = new Map<string, Promise<Counts>>();
  #total: Promise<Counts> | null = null;
  readonly #having = new Map<string, Promise<ReadonlySet<string>>>();

  /** False once what it answers from is no longer published. */
  readonly isCurrent: () => Promise<boolean>;

  constructor({ pagefind, late, isCurrent }: OpenIndex) {
    this.#pagefind = pagefind;
    this.isCurrent = isCurrent;
    this.#late = new Set(late.ids);
    this.#outdated = new Set(late.outdated);
  }

  /** Entries with all the words; else with the last one as a beginning; else without what nobody has. */
  async find(query: string): Promise<Found> {
    const words = wordsOf(query);
    const whole = await this.#ask(words, null);
    if (whole.length > 0) return found(whole, words, null, []);
    const last = words.at(-1) ?? '';
    const begun = await this.#ask(words.slice(0, -1), last);
    if (begun.length > 0) return found(begun, words.slice(0, -1), last, []);
    const missing: string[] = [];
    for (const word of words) if (await this.#isMissing(word)) missing.push(word);
    const rest = words.filter((word) => !missing.includes(word));
    if (missing.length === 0 || rest.length === 0) return found([], words, null, missing);
    return found(await this.#ask(rest, null), rest, null, missing);
  }

  /** Every entry. */
  async all(): Promise<readonly Hit[]> {
    return (await this.#search(null)).map(asHit);
  }

  /** Ids of the entries that have this value of a facet. */
  having(key: string, value: string): Promise<ReadonlySet<string>> {
    return remember(this.#having, `${key}:${value}`, async () => {
      const results = await this.#search(null, { filters: { [key]: value } });
      return new Set(results.map(({ id }) => id));
    });
  }

  async #ask(words: readonly string[], beginning: string | null): Promise<PagefindResult[]> {
    const best = new Map<string, { result: PagefindResult; score: number }>();
    for (const terms of termsOf(words, beginning)) {
      const rarity = await this.#rarityOf(terms);
      if (rarity === null) continue;
      for (const result of await this.#search(terms.join(' '))) {
        // A word is rarer in a family with fewer texts; that alone must not lift an entry. Nor must
        // it that the index of what changed lately has few entries.
        const score = result.score / (this.#late.has(result.id) ? rarity.late : rarity.early);
        if (score > (best.get(result.id)?.score ?? 0)) best.set(result.id, { result, score });
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
  }

  /**
   * How much finding all the terms says, as Pagefind reckons it in either index; null when one of
   * them is nowhere.
   */
  async #rarityOf(terms: readonly string[]): Promise<Counts | null> {
    this.#total ??= this.#count(null);
    const total = await this.#total;
    const rarity = { early: 0, late: 0 };
    for (const term of terms) {
      const count = await remember(this.#counts, term, () => this.#count(term));
      // Pagefind passes over a term that it does not have; here each is wanted.
      if (count.early + count.late === 0) return null;
      rarity.early += rarityOf(count.early, total.early);
      rarity.late += rarityOf(count.late, total.late);
    }
    return rarity;
  }

  async #count(term: string | null): Promise<Counts> {
    const results = await this.#search(term);
    const late = results.filter(({ id }) => this.#late.has(id)).length;
    return { early: results.length - late, late };
  }

  /** Without what has changed since the index of all entries was made. */
  async #search(
    term: string | null,
    options?: Parameters<Pagefind['search']>[1],
  ): Promise<readonly PagefindResult[]> {
    const { results } = await this.#pagefind.search(term, options);
    return results.filter(({ id }) => !this.#outdated.has(id));
  }

  async #isMissing(word: string): Promise<boolean> {
    for (const terms of termsOf([word], null))
      if ((await this.#rarityOf(terms)) !== null) return false;
    return termsOf([word], null).length > 0;
  }
}

/** Entries in the index of all, and in the one of what changed since. */
type Counts = { readonly early: number; readonly late: number };

function rarityOf(count: number, total: number): number {
  return Math.log((total - count + 0.5) / (count + 0.5) + 1);
}

/** The query as each family of languages reads it; families to which it says nothing stay out. */
function termsOf(words: readonly string[], beginning: string | null): string[][] {
  const starts = beginning === null ? [null] : startsOf(beginning);
  const queries = familyMarks.flatMap((mark) => {
    const keys = words.flatMap((word) => keyOf(word, mark) ?? []);
    return starts.map((start) => (start === null ? keys : [...keys, start]));
  });
  return [...new Map(queries.map((terms) => [terms.join(' '), terms])).values()].filter(
    (terms) => terms.length > 0,
  );
}

function startsOf(word: string): string[] {
  const spellings = new Set([fold(word), fold(word, 'serbian')]);
  return [...spellings].filter((start) => start.length >= shortestBeginning);
}

function found(
  results: readonly PagefindResult[],
  words: readonly string[],
  beginning: string | null,
  missing: readonly string[],
): Found {
  const keys = new Set(familyMarks.flatMap((mark) => words.map((word) => keyOf(word, mark))));
  const starts = beginning === null ? [] : startsOf(beginning);
  return {
    hits: results.map(asHit),
    missing,
    isMatch: (word, mark) => {
      const key = keyOf(word, mark);
      return key !== null && (keys.has(key) || starts.some((start) => key.startsWith(start)));
    },
  };
}

function asHit(result: PagefindResult): Hit {
  return { id: result.id, load: () => result.data() };
}

function remember<V>(
  known: Map<string, Promise<V>>,
  key: string,
  make: () => Promise<V>,
): Promise<V> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
