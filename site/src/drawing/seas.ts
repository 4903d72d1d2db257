import { isInRings, type Line, type Point } from './geometry.ts';
import type { WaterKey } from './water-names.ts';

/** Turns 1, 2, 3, 4 into the points 1, 2 and 3, 4. */
function outline(...numbers: readonly number[]): Line {
  return numbers.flatMap((x, index): Point[] => {
    const y = numbers[index + 1];
    return index % 2 === 0 && y !== undefined ? [[x, y]] : [];
  });
}

/** Rough outlines in degrees: which sea a water belongs to, not where the coast is. First come first. */
export const seas: readonly { readonly key: WaterKey; readonly outline: Line }[] = [
  { key: 'thermaic', outline: outline(22.5, 40.7, 23, 40.7, 23.4, 40.1, 22.9, 39.7, 22.4, 40) },
  { key: 'thracian', outline: outline(23.6, 41.2, 26.6, 41.2, 26.2, 40.1, 24.4, 40.2, 23.5, 40.6) },
  { key: 'marmara', outline: outline(26.8, 40.2, 30, 40.2, 30, 41.1, 27, 41.1) },
  { key: 'black', outline: outline(27.3, 41.15, 33.2, 41.15, 33.2, 47, 28, 47) },
  { key: 'aegean', outline: outline(22.4, 41, 27.5, 41, 28.3, 36, 22.9, 36, 22.9, 39.5) },
  {
    key: 'adriatic',
    outline: outline(12, 46, 14, 46, 20.2, 42, 19.6, 40.3, 18.4, 40.1, 16, 41, 12, 43.5),
  },
  {
    key: 'ionian',
    outline: outline(15.7, 38, 16.3, 40.7, 18.4, 40.1, 19.6, 40.3, 22.3, 38.5, 22.8, 36, 15.7, 36),
  },
  { key: 'tyrrhenian', outline: outline(9, 44, 10.5, 44, 14, 41.5, 16.2, 40, 15.7, 38, 9, 38) },
];

/** The sea at a spot (longitude, latitude) that is known to be water. */
export function seaAt(spot: Point): WaterKey | null {
  return seas.find((sea) => isInRings([sea.outline], spot))?.key ?? null;
}
