import type { Line } from './geometry.ts';

function tenth(value: number): number {
  return Math.round(value * 10);
}

function write(tenths: number): string {
  const text = String(Math.abs(tenths) / 10).replace(/^0\./, '.');
  return tenths < 0 ? `-${text}` : text;
}

/** The minus sign parts two numbers; otherwise a blank does. */
function pair(x: number, y: number): string {
  const second = write(y);
  return write(x) + (second.startsWith('-') ? '' : ' ') + second;
}

function writeLine(line: Line, isClosed: boolean): string {
  let text = '';
  let command = '';
  let [x, y] = [0, 0];
  for (const point of line) {
    const next = [tenth(point[0]), tenth(point[1])] as const;
    const [dx, dy] = [next[0] - x, next[1] - y];
    if (text && dx === 0 && dy === 0) continue;
    if (!text) {
      text = `M${pair(dx, dy)}`;
    } else if (dx === 0 || dy === 0) {
      command = dx === 0 ? 'v' : 'h';
      text += command + write(dx === 0 ? dy : dx);
    } else {
      const numbers = pair(dx, dy);
      text += command === 'l' ? (numbers.startsWith('-') ? '' : ' ') + numbers : `l${numbers}`;
      command = 'l';
    }
    [x, y] = next;
  }
  if (command === '') return '';
  return isClosed ? `${text}z` : text;
}

/** Path data of open lines: relative commands, one decimal. */
export function linePath(lines: readonly Line[]): string {
  return lines.map((line) => writeLine(line, false)).join('');
}

export function ringPath(rings: readonly Line[]): string {
  return rings.map((ring) => writeLine(ring, true)).join('');
}
