import type { Point } from './geometry.ts';
import { slantedBoxes, type Room } from './label-placement.ts';
import { hidingClass, type Scale, type Scales, type Width } from './label-scales.ts';
import { breakName, textWidth, type Face } from './text-width.ts';

export type NameKind = 'water' | 'bigWater' | 'stream' | 'land' | 'farLand';

/** A name of a water or a country, centred on x, y. */
export interface MapName {
  readonly kind: NameKind;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly hiding: string;
}

interface Style {
  readonly face: Face;
  /** Letter spacing in em. */
  readonly spacing: number;
  readonly longest: number;
  readonly size: (scale: Scale) => number;
  readonly write: (text: string) => string;
}

const plain = (text: string): string => text;
const capitals = (text: string): string => text.toUpperCase();
const land: Style = {
  face: 'sans',
  spacing: 0.14,
  longest: 11,
  size: (s) => s.land,
  write: capitals,
};

/** As in styles/maps.css. */
const styles: Readonly<Record<NameKind, Style>> = {
  water: { face: 'italic', spacing: 0.04, longest: 99, size: (s) => s.water, write: plain },
  bigWater: { face: 'italic', spacing: 0.08, longest: 99, size: (s) => s.bigWater, write: plain },
  stream: { face: 'italic', spacing: 0.04, longest: 99, size: (s) => s.stream, write: plain },
  land,
  farLand: land,
};

export interface Wanted {
  readonly kind: NameKind;
  readonly text: string;
  readonly spots: readonly { readonly at: Point; readonly angle: number }[];
  readonly wishes: readonly (readonly Width[])[];
  /** Breaks longer texts in two; in characters. */
  readonly longest?: number;
}

export function nameSize(
  kind: NameKind,
  text: string,
  scale: Scale,
): { width: number; height: number } {
  const { face, spacing, size, write, longest } = styles[kind];
  const lines = breakName(text, longest);
  return {
    width: Math.max(...lines.map((line) => textWidth(write(line), face, size(scale), spacing))),
    height: size(scale) * lines.length * 1.15,
  };
}

export function placeName(wanted: Wanted, room: Room, scales: Scales): MapName | null {
  const { kind, text, spots, wishes } = wanted;
  const { face, spacing, size, write, longest } = styles[kind];
  const lines = breakName(text, wanted.longest ?? longest);
  const placing = room.place({
    positions: spots,
    wishes,
    cover: ({ at, angle }, width) => {
      const height = size(scales[width]);
      return lines.flatMap((line, index) => {
        const centre: Point = [at[0], at[1] + (index - (lines.length - 1) / 2) * 1.15 * height];
        const length = textWidth(write(line), face, height, spacing);
        return slantedBoxes(centre, length, height, angle);
      });
    },
  });
  if (!placing) return null;
  const { at, angle } = placing.position;
  return { kind, lines, x: at[0], y: at[1], angle, hiding: hidingClass(placing.shownAt) };
}

/** A spot and others close by, along the slant first, for a name that may move a little. */
export function spotsAbout([x, y]: Point, angle: number): { at: Point; angle: number }[] {
  const turn = (angle * Math.PI) / 180;
  const [along, across] = [
    [0, -14, 14, -28, 28, -44, 44],
    [0, -9, 9, -18, 18],
  ] as const;
  return across
    .flatMap((down) => along.map((right): Point => [right, down]))
    .sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
    .map(([right, down]) => ({
      at: [
        x + right * Math.cos(turn) - down * Math.sin(turn),
        y + right * Math.sin(turn) + down * Math.cos(turn),
      ],
      angle,
    }));
}
