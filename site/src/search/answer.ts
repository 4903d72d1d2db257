import type { Found, Hit, SearchEngine } from './engine.ts';
import { passing } from './facet-panel.ts';
import type { Fragment } from './pagefind.ts';
import type { SearchState } from './state.ts';

/** One page of what was found. */
export type Answer = Pick<Found, 'missing' | 'isMatch'> & {
  /** All that was found, whatever the filters: what the facets count. */
  readonly hits: readonly Hit[];
  /** How many pass the filters. */
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly entries: readonly Fragment[];
};

const perPage = 10;

export async function answerTo(engine: SearchEngine, state: SearchState): Promise<Answer> {
  const found = await find(engine, state.query);
  const left = await passing(engine, found.hits, state.filters);
  const pages = Math.max(1, Math.ceil(left.length / perPage));
  const page = Math.min(state.page, pages);
  const shown = left.slice((page - 1) * perPage, page * perPage);
  const entries = await Promise.all(shown.map(({ load }) => load()));
  return { ...found, count: left.length, page, pages, entries };
}

async function find(engine: SearchEngine, query: string): Promise<Found> {
  if (query !== '') return engine.find(query);
  return { hits: await engine.all(), missing: [], isMatch: () => false };
}
