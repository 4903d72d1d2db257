import widths from './glyph-widths.json' with { type: 'json' };

/** The faces that maps are lettered in: Source Sans 3 in 400 and 640, Literata upright and italic. */
export type Face = keyof typeof widths;

/** Hundredths of an em by character, measured in the served fonts and rounded up. */
const tables = new Map(
  Object.entries(widths).map(([face, rows]) => [
    face,
    new Map(
      rows.flatMap(([width, characters]) =>
        Array.from(String(characters)).map((c) => [c, Number(width)]),
      ),
    ),
  ]),
);

/** A wide letter, so that a character nobody measured is given too much room and not too little. */
const UNKNOWN = 80;

/** Width in px of a text in one line; `spacing` is the letter spacing in em. */
export function textWidth(text: string, face: Face, size: number, spacing = 0): number {
  const table = tables.get(face);
  let hundredths = 0;
  for (const character of text) {
    hundredths += (table?.get(character) ?? UNKNOWN) + spacing * 100;
  }
  return (hundredths / 100) * size;
}

/** Breaks a long name at the blank that leaves two lines of most equal length. */
export function breakName(name: string, longest: number): string[] {
  if (name.length <= longest) return [name];
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = (name.length - 1) / 2;
  const best = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).at(0);
  return best === undefined ? [name] : [name.slice(0, best), name.slice(best + 1)];
}
