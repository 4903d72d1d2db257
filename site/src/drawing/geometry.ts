/** Plane geometry of the drawings. Points are [x, y]; in the generator they are [longitude, latitude]. */
export type Point = readonly [number, number];
export type Line = readonly Point[];

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function grow(box: Box, by: number): Box {
  return { x0: box.x0 - by, y0: box.y0 - by, x1: box.x1 + by, y1: box.y1 + by };
}

export function isInside(box: Box, [x, y]: Point): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

export function area(ring: Line): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    if (a && b) sum += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(sum) / 2;
}

/** Even-odd rule over all rings, so that holes count as outside. */
export function isInRings(rings: readonly Line[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before && point[1] > y !== before[1] > y) {
        const crossing =
          before[0] + ((y - before[1]) / (point[1] - before[1])) * (point[0] - before[0]);
        if (x < crossing) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}

function crossings(a: Point, b: Point, box: Box): number[] {
  const found: number[] = [];
  for (const edge of [box.x0, box.x1]) found.push((edge - a[0]) / (b[0] - a[0]));
  for (const edge of [box.y0, box.y1]) found.push((edge - a[1]) / (b[1] - a[1]));
  return found.filter((t) => t > 0 && t < 1).sort((s, t) => s - t);
}

function clampPoint([x, y]: Point, box: Box): Point {
  return [Math.min(Math.max(x, box.x0), box.x1), Math.min(Math.max(y, box.y0), box.y1)];
}

function isOnOneEdge(box: Box, ...points: Point[]): boolean {
  return (
    points.every(([x]) => x === box.x0) ||
    points.every(([x]) => x === box.x1) ||
    points.every(([, y]) => y === box.y0) ||
    points.every(([, y]) => y === box.y1)
  );
}

/**
 * Cuts a line to a box by walking along the box's edge wherever the line is outside. Unlike
 * ordinary clipping this works arc by arc: neighbours that share an arc still share it afterwards,
 * and a ring made of cut arcs is the cut ring.
 */
export function clampLine(line: Line, box: Box): Point[] {
  const walked: Point[] = [];
  const add = (point: Point): void => {
    const clamped = clampPoint(point, box);
    const last = walked.at(-1);
    if (last?.[0] === clamped[0] && last[1] === clamped[1]) return;
    const beforeLast = walked.at(-2);
    if (last && beforeLast && isOnOneEdge(box, beforeLast, last, clamped)) walked.pop();
    walked.push(clamped);
  };
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (before) {
      for (const t of crossings(before, point, box)) {
        add([before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])]);
      }
    }
    add(point);
  });
  return walked;
}

/** Cuts a line into the pieces of it that are inside the box. */
export function cutLine(line: Line, box: Box): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const close = (): void => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (const point of clampLine(line, box)) {
    const last = piece.at(-1);
    if (last && isOnOneEdge(box, last, point)) close();
    piece.push(point);
  }
  close();
  return pieces;
}
