import type { Language } from '../languages.ts';

export type SortKey = string | number | undefined;

/** Compares keys for sorting: numbers by size, names as the language does, a missing key last. */
export function keyComparer(language: Language): (a: SortKey, b: SortKey) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (a, b) => {
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return compare(String(a), String(b));
  };
}
