import type { BaseMap } from './base-map.ts';
import type { Line, Point } from './geometry.ts';
import type { WaterKey } from './water-names.ts';

export interface RiverSpots {
  readonly name: WaterKey;
  readonly spots: readonly { readonly at: Point; readonly angle: number }[];
}

/** How far above its river a name stands, in units of the drawing. */
const ABOVE = 7;
/** Steeper than this nobody reads along a river. */
const STEEPEST = 68;
const EVERY = 16;

/** Points of a line at equal distances. */
function walk(line: Line, step: number): Point[] {
  const points: Point[] = [];
  let left = 0;
  line.forEach((to, index) => {
    const from = line[index - 1];
    if (!from) return void points.push(to);
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    for (let at = step - left; at <= length; at += step) {
      const t = at / length;
      points.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
    left = (left + length) % step;
  });
  return points;
}

function spotAlong(points: readonly Point[]): { at: Point; angle: number; bend: number } | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const chord = Math.hypot(last[0] - first[0], last[1] - first[1]);
  if (chord === 0) return null;
  const [a, b] = first[0] <= last[0] ? [first, last] : [last, first];
  const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  const normal: Point = [(b[1] - a[1]) / chord, -(b[0] - a[0]) / chord];
  const rises = points.map(([x, y]) => (x - a[0]) * normal[0] + (y - a[1]) * normal[1]);
  const rise = Math.max(...rises);
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return {
    at: [middle[0] + normal[0] * (rise + ABOVE), middle[1] + normal[1] * (rise + ABOVE)],
    angle,
    bend: rise - Math.min(...rises) + Math.abs(angle) / 12,
  };
}

/** Where each named river runs straight for as long as its name; the straightest stretch first. */
export function riverSpots(map: BaseMap, widthOf: (name: WaterKey) => number): RiverSpots[] {
  return map.shapes.rivers.flatMap(({ name, line }) => {
    if (!name) return [];
    const points = walk(line, EVERY);
    const count = Math.ceil(widthOf(name) / EVERY) + 1;
    const spots = points
      .map((_, index) => spotAlong(points.slice(index, index + count)))
      .slice(0, Math.max(0, points.length - count + 1))
      .filter((spot) => spot !== null)
      .filter(({ angle, bend }) => Math.abs(angle) <= STEEPEST && bend < 22)
      .sort((a, b) => a.bend - b.bend);
    return spots.length > 0 ? [{ name, spots }] : [];
  });
}
