/** The figures as a picture for the README: how much of what may be taken each takes. */
import { type Figure, isReached } from './figure.ts';

const paper = '#f8f3e9';
const ink = '#1c2427';
const faint = '#5d6362';
const hair = '#d3cab8';
const colours = { true: '#2d5f2e', false: '#a23a12', null: faint };

const width = 980;
const margin = 24;
const rowHeight = 30;
const headHeight = 58;
/** Where the bars begin, and how long one is that takes all it may. */
const begin = 500;
const allowed = 140;
const longest = width - margin - begin - 190;

/** An SVG without scripts, styles or links: README pages show it as it is. */
export function drawFigures(figures: readonly Figure[], title: string): string {
  const shown = figures.filter(isShown);
  const height = headHeight + shown.length * rowHeight + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="${ink}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<text x="${margin}" y="30" font-size="15" font-weight="600">${escape(title)}</text>`,
    `<text x="${begin + allowed}" y="${headHeight - 8}" text-anchor="middle" fill="${faint}" font-size="12">goal</text>`,
    `<path d="M${begin + allowed} ${headHeight}V${height - margin}" stroke="${ink}" stroke-dasharray="3 3"/>`,
    ...shown.map((figure, index) => drawRow(figure, headHeight + index * rowHeight)),
    '</svg>\n',
  ].join('\n');
}

type Shown = Figure & { readonly value: number };

const isShown = (figure: Figure): figure is Shown => figure.value !== null && figure.reach !== null;

function drawRow(figure: Shown, top: number): string {
  const middle = top + rowHeight / 2;
  const length = Math.min(longest, shareOf(figure) * allowed);
  const colour = colours[`${isReached(figure)}`];
  // What is far beyond the goal ends in an arrow.
  const end = length === longest ? `l8 5l-8 5` : `v10`;
  const inWords = (number: number) => number.toLocaleString('en', { maximumFractionDigits: 2 });
  const goal = `${inWords(reachOf(figure))} ${figure.unit}`.trim();
  return [
    `<path d="M${margin} ${top + rowHeight}H${width - margin}" stroke="${hair}"/>`,
    `<text x="${margin}" y="${middle + 4}">${escape(figure.what)}</text>`,
    `<path d="M${begin} ${middle - 5}h${length.toFixed(1)}${end}h-${length.toFixed(1)}z" fill="${colour}"/>`,
    `<text x="${(begin + length + 14).toFixed(1)}" y="${middle + 4}" fill="${faint}" stroke="${paper}" stroke-width="4" paint-order="stroke"><tspan fill="${colour}" font-weight="600">${inWords(figure.value)}</tspan> / ${escape(goal)}</text>`,
  ].join('\n');
}

function reachOf({ reach }: Figure): number {
  if (reach === null) return 0;
  return 'atMost' in reach ? reach.atMost : reach.atLeast;
}

/** 1 is what may be taken at most; twice the speed asked for is a half. */
function shareOf({ value, reach }: Shown): number {
  if (reach === null) return 0;
  if ('atLeast' in reach) return reach.atLeast / value;
  return reach.atMost === 0 ? value : value / reach.atMost;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
