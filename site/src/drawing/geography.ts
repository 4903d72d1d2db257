import type { Box, Line, Point } from './geometry.ts';
import { decodeLine } from './line-code.ts';
import region from './region.generated.json' with { type: 'json' };
import { isWaterKey, type WaterKey } from './water-names.ts';

/** Rings as indices of arcs, `~index` for an arc walked backwards. */
type Rings = readonly (readonly number[])[];

export interface River {
  readonly name: WaterKey | null;
  /** Natural Earth's rank: the lower, the greater the river. */
  readonly rank: number;
  readonly line: Line;
}

export interface Lake {
  /** In 1/10,000 of a square degree, about 0.9 km². */
  readonly size: number;
  readonly ring: Line;
}

export interface Geography {
  readonly bounds: Box;
  readonly arcs: readonly Line[];
  readonly land: Rings;
  readonly far: Rings;
  readonly borders: readonly number[];
  readonly borderWithNote: readonly number[];
  /** Countries of the region and its neighbours by ISO code. */
  readonly countries: readonly { readonly code: string; readonly rings: Rings }[];
  readonly rivers: readonly River[];
  readonly lakes: readonly Lake[];
}

let opened: Geography | undefined;

/** What is known of the region, in degrees; decoded once per process. */
export function geography(): Geography {
  opened ??= {
    ...region,
    arcs: region.arcs.map(decodeLine),
    rivers: region.rivers.map(({ name, rank, line }) => ({
      name: isWaterKey(name) ? name : null,
      rank,
      line: decodeLine(line),
    })),
    lakes: region.lakes.map(({ size, ring }) => ({ size, ring: decodeLine(ring) })),
  };
  return opened;
}

/** Puts rings together from arcs that are already drawn, so that neighbours share their lines. */
export function joinRing(arcs: readonly Line[], ring: readonly number[]): Point[] {
  return ring.flatMap((ref) => {
    const arc = arcs[ref < 0 ? ~ref : ref] ?? [];
    return (ref < 0 ? arc.toReversed() : arc).slice(1);
  });
}
