/**
 * The three widths a map is lettered for. The numbers repeat styles/maps.css: `sign` is --k of the
 * container query, the others are font sizes in units of the drawing.
 */
export type Width = 'wide' | 'middle' | 'small';

export interface Scale {
  readonly sign: number;
  readonly water: number;
  readonly bigWater: number;
  readonly stream: number;
  readonly land: number;
  readonly degrees: number;
}

export type Scales = Readonly<Record<Width, Scale>>;

const wide = { sign: 1, water: 14, bigWater: 19, stream: 12.5, land: 10.5, degrees: 11 };
const middle = { ...wide, sign: 1.35, water: 18, stream: 12.5, land: 13, degrees: 15 };
const small = { ...middle, sign: 2, water: 24, bigWater: 27, land: 20, degrees: 20 };

export const regionScales: Scales = { wide, middle, small };
export const pinScales: Scales = {
  wide,
  middle,
  small: { ...small, sign: 1.25, water: 20, degrees: 16 },
};
export const localScales: Scales = { wide, middle, small: { ...small, sign: 1.7 } };
export const peerScales: Scales = {
  wide,
  middle: { ...middle, sign: 1 },
  small: { ...small, sign: 1.3, water: 17 },
};

export const widths: readonly Width[] = ['wide', 'middle', 'small'];

/** What may be hidden where there is no room: the widths a label shows at, best first. */
export const everywhere: readonly (readonly Width[])[] = [widths, ['wide', 'middle'], ['wide']];
export const minor: readonly (readonly Width[])[] = [['wide', 'middle'], ['wide']];

/** The classes by which maps.css and drawing.css hide a label at the widths where it has no room. */
export function hidingClass(shownAt: readonly Width[]): string {
  if (shownAt.includes('small')) return '';
  return shownAt.includes('middle') ? 'minor' : 'minor minor--wide';
}
