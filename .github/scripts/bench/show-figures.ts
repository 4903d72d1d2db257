import { type Figure, isReached, type Reach } from './figure.ts';

const heads = ['row', 'figure', 'entries', 'value', 'reach', '', 'note'];

/** The figures as a table for a terminal. */
export function showFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.row,
    figure.what,
    String(figure.entries),
    figure.value === null ? '–' : `${figure.value.toLocaleString('en')} ${figure.unit}`.trim(),
    figure.reach ? `${reachOf(figure.reach)} ${figure.unit}`.trim() : '',
    { true: 'pass', false: 'MISS', null: '' }[String(isReached(figure))] ?? '',
    figure.note,
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function reachOf(reach: Reach): string {
  return 'atMost' in reach
    ? `≤ ${reach.atMost.toLocaleString('en')}`
    : `≥ ${reach.atLeast.toLocaleString('en')}`;
}
