import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { isCovered, localFrame, locate, sheetOf, type Frame } from './frame.ts';
import { grow, type Point } from './geometry.ts';
import { Room } from './label-placement.ts';
import { regionScales, type Scales } from './label-scales.ts';
import { joinPlaces, townsOf, type DrawnPlace, type RegionPlace } from './region-map.ts';
import { placeTownLabels } from './town-labels.ts';

export interface MiniMap {
  readonly map: BaseMap;
  readonly places: readonly DrawnPlace[];
}

const sheet = { width: 300, height: 210, kilometre: 0.385 };
const detail: Detail = {
  tolerance: 0.6,
  smallest: 2.5,
  rivers: 7,
  lakes: 200,
  waves: [9.1],
  degrees: 5,
};

/** The signs of this map never change their size. */
const { wide } = regionScales;
const scales: Scales = { wide, middle: wide, small: wide };

/** The sheet about a town, moved towards the middle of the region as far as the geography asks for. */
export function coveredFrame(
  size: { width: number; height: number; kilometre: number },
  middle: Point,
): Frame | null {
  const inner: Point = [20.8, 43];
  for (let share = 0; share <= 1; share += 0.1) {
    const spot: Point = [
      middle[0] + share * (inner[0] - middle[0]),
      middle[1] + share * (inner[1] - middle[1]),
    ];
    const frame = localFrame(size, spot);
    if (isCovered(frame)) return frame;
  }
  return null;
}

/** Where in the region a town lies; null when that is unknown or too far away. */
export function drawMiniMap(here: RegionPlace): MiniMap | null {
  if (here.latitude === null || here.longitude === null) return null;
  const frame = coveredFrame(sheet, [here.longitude, here.latitude]);
  if (!frame || !locate(frame, here)) return null;
  const places = [{ ...here, isHere: true }];
  const { towns } = townsOf(places, (place) => locate(frame, place));
  const room = new Room(grow(sheetOf(frame), -2));
  const labels = placeTownLabels(towns, room, scales, { here: { radius: 8, size: 19 } });
  return { map: drawBaseMap(frame, detail), places: joinPlaces(towns, labels, places) };
}
