import type { Language } from '../languages.ts';
import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { isCovered, localFrame, locate, regionFrame, sheetOf } from './frame.ts';
import { grow, isInside, type Box, type Point } from './geometry.ts';
import { drawGraticule, type Graticule } from './graticule.ts';
import { Room } from './label-placement.ts';
import { localScales } from './label-scales.ts';
import { placeLocalNames } from './local-names.ts';
import type { MapName } from './map-names.ts';
import { ringPath } from './path-data.ts';
import {
  joinPlaces,
  takeDegrees,
  townsOf,
  type DrawnPlace,
  type RegionPlace,
} from './region-map.ts';
import { placeTownLabels } from './town-labels.ts';

interface Inset {
  readonly map: BaseMap;
  /** The sheet of the local map, as path data on the inset. */
  readonly frame: string;
  readonly at: Point;
}

export interface LocatorMap {
  readonly map: BaseMap;
  readonly graticule: Graticule;
  readonly names: readonly MapName[];
  readonly places: readonly DrawnPlace[];
  readonly inset: Inset;
  /** Length of the scale bar on the sheet, and on the ground. */
  readonly bar: { readonly length: number; readonly kilometres: number };
}

const sheet = { width: 680, height: 540, kilometre: 2.75 };
const detail: Detail = {
  tolerance: 0.9,
  smallest: 5,
  rivers: 12,
  lakes: 20,
  waves: [45.1, 31.1, 20.1, 11.1],
  degrees: 1,
};
const insetDetail: Detail = {
  tolerance: 0.8,
  smallest: 3,
  rivers: 0,
  lakes: 99_999,
  waves: [],
  degrees: 5,
};
const KILOMETRES = 50;

/** The share of the sheet's width that styles/city.css gives to the inset, in its right lower corner. */
const INSET = 0.22;

function drawInset(frame: BaseMap['frame'], at: Point): Inset {
  const whole = regionFrame(220);
  const { width, height } = frame;
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const outline = corners.map((corner) => whole.project(...frame.invert(corner)));
  const spot = frame.invert(at);
  return {
    map: drawBaseMap(whole, insetDetail),
    frame: ringPath([outline]),
    at: whole.project(...spot),
  };
}

/** A town's surroundings; null for a town without a position or beyond the stored geography. */
export function drawLocatorMap(
  here: RegionPlace,
  others: readonly RegionPlace[],
  countries: Readonly<Record<string, string>>,
  language: Language,
): LocatorMap | null {
  if (here.latitude === null || here.longitude === null) return null;
  const frame = localFrame(sheet, [here.longitude, here.latitude], [320, 250]);
  const at = isCovered(frame) ? locate(frame, here) : null;
  if (!at) return null;
  const map = drawBaseMap(frame, detail);
  const graticule = drawGraticule(frame, detail.degrees);
  const room = new Room(grow(sheetOf(frame), -2));
  takeDegrees(room, graticule);
  const [width, height] = [sheet.width * INSET, (sheet.width * INSET * 640) / 760];
  const covered: Box[] = [
    { x0: sheet.width - width, y0: sheet.height - height, x1: sheet.width, y1: sheet.height },
    { x0: 14, y0: sheet.height - 62, x1: 60 + KILOMETRES * frame.kilometre, y1: sheet.height },
  ];
  room.take(covered);
  const places = [{ ...here, isHere: true }, ...others.filter(({ ref }) => ref !== here.ref)];
  const { towns } = townsOf(places, (place) => {
    const spot = locate(frame, place);
    return spot && covered.some((box) => isInside(box, spot)) ? null : spot;
  });
  const labels = placeTownLabels(towns, room, localScales);
  const names = placeLocalNames({ map, room, scales: localScales, language }, countries);
  return {
    map,
    graticule,
    names,
    places: joinPlaces(towns, labels, places),
    inset: drawInset(frame, at),
    bar: { length: KILOMETRES * frame.kilometre, kilometres: KILOMETRES },
  };
}
