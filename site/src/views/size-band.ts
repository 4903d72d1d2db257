/** Size bands of towns: upper limits (people, not included) and their value in the list of labels. */
const bands = [
  [10_000, 'under10k'],
  [50_000, 'from10kTo50k'],
  [100_000, 'from50kTo100k'],
  [250_000, 'from100kTo250k'],
  [Infinity, 'over250k'],
] as const;

export type SizeBand = (typeof bands)[number][1] | 'unknown';

/** From the smallest up, for facets. */
export const sizeBands: readonly SizeBand[] = [...bands.map(([, band]) => band), 'unknown'];

export function sizeBand(people: number | null): SizeBand {
  if (people === null) return 'unknown';
  return bands.find(([limit]) => people < limit)?.[1] ?? 'unknown';
}
