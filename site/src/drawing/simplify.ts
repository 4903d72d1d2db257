import type { Line, Point } from './geometry.ts';

function distance([x, y]: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
}

/**
 * Douglas and Peucker: leaves out every point closer than `tolerance` to the line drawn without
 * it. The ends stay, so lines that met still meet; closed lines keep their farthest point too.
 */
export function simplify(line: Line, tolerance: number): Point[] {
  const keeps = new Uint8Array(line.length);
  keeps[0] = 1;
  keeps[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const a = line[from];
    const b = line[to];
    if (!a || !b) continue;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const point = line[i];
      const far = point ? distance(point, a, b) : 0;
      if (far > most) [most, farthest] = [far, i];
    }
    if (farthest < 0) continue;
    keeps[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => keeps[index] === 1);
}
