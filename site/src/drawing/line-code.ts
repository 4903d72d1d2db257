import type { Line, Point } from './geometry.ts';

/** Steps per degree in the stored geography: 1/2000° is about 50 m, a seventh of a pixel on the closest map. */
const STEPS = 2000;

const FIRST = 0x23; // '#': the first printable character that needs no escape in JSON, but for the backslash
const BACKSLASH = 0x5c;

function symbol(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

function valueOf(code: number): number {
  return (code > BACKSLASH ? code - 1 : code) - FIRST;
}

/** Writes a line as text: differences in steps, zigzag, five bits a character as in encoded polylines. */
export function encodeLine(line: Line): string {
  let text = '';
  let [x, y] = [0, 0];
  for (const point of line) {
    const next: Point = [Math.round(point[0] * STEPS), Math.round(point[1] * STEPS)];
    for (const difference of [next[0] - x, next[1] - y]) {
      let rest = difference < 0 ? -difference * 2 - 1 : difference * 2;
      while (rest >= 32) {
        text += symbol(32 + (rest % 32));
        rest = Math.floor(rest / 32);
      }
      text += symbol(rest);
    }
    [x, y] = next;
  }
  return text;
}

export function decodeLine(text: string): Point[] {
  const numbers: number[] = [];
  let [value, unit] = [0, 1];
  for (let i = 0; i < text.length; i++) {
    const digit = valueOf(text.charCodeAt(i));
    value += (digit % 32) * unit;
    unit *= 32;
    if (digit >= 32) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    [value, unit] = [0, 1];
  }
  const line: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    x += numbers[i] ?? 0;
    y += numbers[i + 1] ?? 0;
    line.push([x / STEPS, y / STEPS]);
  }
  return line;
}
