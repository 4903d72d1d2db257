import type { Box, Point } from './geometry.ts';

const mostRounds = 300;

/**
 * Moves square signs apart until none covers another, each as little as may be; signs with room
 * stay where they are. What finds no room after many rounds is left as it is.
 */
export function partSigns(spots: readonly Point[], size: number, sheet: Box): Point[] {
  const moved = spots.map(([x, y]) => ({ x, y }));
  for (let round = 0; round < mostRounds; round += 1) {
    let isSettled = true;
    for (const [index, one] of moved.entries()) {
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const [acrossBy, downBy] = [size - Math.abs(dx), size - Math.abs(dy)];
        if (acrossBy <= 0 || downBy <= 0) continue;
        isSettled = false;
        // The shorter way; a hair more, or rounding would never let them rest.
        const axis = acrossBy < downBy ? 'x' : 'y';
        const step = Math.min(acrossBy, downBy) / 2 + 0.05;
        const isAhead = (axis === 'x' ? dx : dy) >= 0;
        one[axis] += isAhead ? -step : step;
        other[axis] += isAhead ? step : -step;
      }
    }
    for (const spot of moved) {
      spot.x = Math.min(Math.max(spot.x, sheet.x0 + size / 2), sheet.x1 - size / 2);
      spot.y = Math.min(Math.max(spot.y, sheet.y0 + size / 2), sheet.y1 - size / 2);
    }
    if (isSettled) break;
  }
  return moved.map(({ x, y }): Point => [x, y]);
}
