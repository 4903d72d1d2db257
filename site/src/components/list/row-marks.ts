/** What stands on a row for the filter in the page to read. */
import { keyComparer } from '../../i18n/compare-keys.ts';
import type { Language } from '../../languages.ts';
import { unknownValue } from '../../urls.ts';
import type { ListRow, SortOption } from '../../views/list.ts';

/** The values a row has of these facets, as `country:GR size:small`. */
export function facetMarks({ facets }: ListRow, keys: readonly string[]): string {
  return keys
    .flatMap((key) => {
      const values = facets[key] ?? [];
      return (values.length === 0 ? [unknownValue] : values).map((value) => `${key}:${value}`);
    })
    .join(' ');
}

/** The place of every row in every order, as `title:3 newest:0` by ref. */
export function rankMarks(
  language: Language,
  rows: readonly ListRow[],
  orders: readonly SortOption[],
): ReadonlyMap<string, string> {
  const compare = keyComparer(language);
  const marks = new Map(rows.map(({ ref }): [string, string[]] => [ref, []]));
  for (const { value: order } of orders) {
    rows
      .toSorted((a, b) => compare(a.sort[order], b.sort[order]))
      .forEach(({ ref }, place) => marks.get(ref)?.push(`${order}:${String(place)}`));
  }
  return new Map([...marks].map(([ref, each]) => [ref, each.join(' ')]));
}
