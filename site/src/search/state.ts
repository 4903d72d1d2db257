/** What is asked, as the address of the page keeps it. */
export type SearchState = {
  readonly query: string;
  /** Facet → values that are on. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
  /** From 1. */
  readonly page: number;
};

/** Reads the state from an address; facets that the page does not offer are left out. */
export function readState(search: string, facets: readonly string[]): SearchState {
  const asked = new URLSearchParams(search);
  const page = Number(asked.get('page') ?? 1);
  return {
    query: (asked.get('q') ?? '').trim(),
    filters: new Map(
      facets.flatMap((key) => {
        const values = [...new Set(asked.getAll(key))];
        return values.length === 0 ? [] : [[key, values]];
      }),
    ),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The part of the address after the path: empty, or from the question mark on. */
export function writeState({ query, filters, page }: SearchState): string {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  for (const [key, values] of filters) for (const value of values) asked.append(key, value);
  if (page > 1) asked.set('page', String(page));
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}
