import type { Figure } from './result.ts';

/** A table for people: the figure, what it may be, and what is over. */
export function showFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(({ what, unit, value, limit, isKept }) => {
    const shown = `${value} ${unit}`.padStart(16);
    return `${what.padEnd(width)}${shown}   of ${String(limit).padEnd(7)}${isKept ? '' : ' MISSED'}`;
  });
  return lines.join('\n').replace(/ +$/gm, '');
}
