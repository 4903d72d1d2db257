import type { Box, Point } from './geometry.ts';

/** Which squares of a sheet belong to an area, and how many squares each is away from its edge. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly depth: Uint16Array;
}

/** Side of a square in units of the sheet. */
const SIDE = 12;

export function makeField(sheet: Box, isInArea: (point: Point) => boolean): Field {
  const columns = Math.floor((sheet.x1 - sheet.x0) / SIDE);
  const rows = Math.floor((sheet.y1 - sheet.y0) / SIDE);
  const depth = new Uint16Array(columns * rows);
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? 0
      : (depth[row * columns + column] ?? 0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isInArea([sheet.x0 + (column + 0.5) * SIDE, sheet.y0 + (row + 0.5) * SIDE])) continue;
      depth[row * columns + column] = 1 + Math.min(at(column - 1, row), at(column, row - 1));
    }
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const index = row * columns + column;
      const fromBelow = 1 + Math.min(at(column + 1, row), at(column, row + 1));
      depth[index] = Math.min(depth[index] ?? 0, fromBelow);
    }
  }
  return { columns, rows, depth };
}

/** The best of its neighbourhood stands for it, so that trying the spots in turn covers the area. */
const APART = 3 * SIDE;
const MOST = 24;

/** Centres at which a box lies wholly in the area, the farthest from its edge first. */
export function roomiest(
  { columns, rows, depth }: Field,
  halfWidth: number,
  halfHeight: number,
): Point[] {
  const [across, down] = [Math.ceil(halfWidth / SIDE - 0.5), Math.ceil(halfHeight / SIDE - 0.5)];
  const isFilled = (column: number, row: number): boolean => {
    for (let y = row - down; y <= row + down; y++) {
      for (let x = column - across; x <= column + across; x++) {
        if (x < 0 || y < 0 || x >= columns || y >= rows || !depth[y * columns + x]) return false;
      }
    }
    return true;
  };
  const spots: { depth: number; at: Point }[] = [];
  depth.forEach((value, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    if (value > 0 && isFilled(column, row)) {
      spots.push({ depth: value, at: [(column + 0.5) * SIDE, (row + 0.5) * SIDE] });
    }
  });
  const chosen: Point[] = [];
  for (const { at } of spots.sort((a, b) => b.depth - a.depth)) {
    const isApart = chosen.every(
      (other) => Math.hypot(other[0] - at[0], other[1] - at[1]) >= APART,
    );
    if (isApart) chosen.push(at);
    if (chosen.length === MOST) break;
  }
  return chosen;
}
