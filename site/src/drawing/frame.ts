import { geoConicConformal } from 'd3-geo';
import { geography } from './geography.ts';
import { isInside, type Box, type Point } from './geometry.ts';

export interface Place {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The part of the earth a map shows and how it gets onto the sheet, whose corner is at 0, 0. */
export interface Frame {
  /** Two frames with one key draw the same base map. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly kilometre: number;
  project(longitude: number, latitude: number): Point;
  invert(point: Point): Point;
}

interface View {
  readonly width: number;
  readonly height: number;
  /** The meridian that stands upright. */
  readonly meridian: number;
  readonly scale: number;
  readonly translate: Point;
}

const EARTH = 6371;
/** The two parallels along which every map is true to length. */
export const parallels = [40, 47] as const;

function makeFrame({ width, height, meridian, scale, translate }: View): Frame {
  const projection = geoConicConformal()
    .rotate([-meridian, 0])
    .parallels([...parallels])
    .scale(scale)
    .translate([...translate]);
  const clip = (point: [number, number] | null, from: string): Point => {
    if (!point?.every(Number.isFinite)) throw new Error(`The map cannot show ${from}.`);
    return point;
  };
  return {
    key: [width, height, meridian, scale, ...translate].map((n) => n.toFixed(3)).join(' '),
    width,
    height,
    kilometre: scale / EARTH,
    project: (longitude, latitude) =>
      clip(projection([longitude, latitude]), `longitude ${longitude}, latitude ${latitude}`),
    invert: (point) =>
      clip(projection.invert?.([...point]) ?? null, `the point ${point.join(', ')}`),
  };
}

export const REGION = { meridian: 21.2, scale: 3447, translate: [381.1, 3214.1] } as const;

/** The whole region, 760 wide unless another width is asked for. */
export function regionFrame(width = 760): Frame {
  const share = width / 760;
  const [x, y] = REGION.translate;
  return makeFrame({
    width,
    height: Math.round(640 * share),
    meridian: REGION.meridian,
    scale: REGION.scale * share,
    translate: [x * share, y * share],
  });
}

/** A sheet of the given size with the given spot (longitude, latitude) at `at`, north upwards. */
export function localFrame(
  size: { width: number; height: number; kilometre: number },
  [longitude, latitude]: Point,
  at: Point = [size.width / 2, size.height / 2],
): Frame {
  const view = { ...size, meridian: longitude, scale: size.kilometre * EARTH };
  const [x, y] = makeFrame({ ...view, translate: [0, 0] }).project(longitude, latitude);
  return makeFrame({ ...view, translate: [at[0] - x, at[1] - y] });
}

export function sheetOf({ width, height }: Frame): Box {
  return { x0: 0, y0: 0, x1: width, y1: height };
}

/** The sheet as path data. */
export function sheetPath({ width, height }: Frame): string {
  return `M0 0h${width}v${height}h-${width}z`;
}

/** Where a place lies on the sheet; null when its position is unknown or off the sheet. */
export function locate(frame: Frame, { latitude, longitude }: Place): Point | null {
  if (latitude === null || longitude === null) return null;
  if (!isInside(geography().bounds, [longitude, latitude])) return null;
  const point = frame.project(longitude, latitude);
  return isInside(sheetOf(frame), point) ? point : null;
}

/** Whether the stored geography covers the whole sheet: elsewhere there is nothing to draw. */
export function isCovered(frame: Frame): boolean {
  const { width, height } = frame;
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
    [width / 2, 0],
  ];
  return corners.every((corner) => isInside(geography().bounds, frame.invert(corner)));
}
