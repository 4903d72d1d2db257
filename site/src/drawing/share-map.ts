/** The maps of the images that stand beside a shared link: nothing on them is in any language. */
import { type BaseMap, type Detail, drawBaseMap } from './base-map.ts';
import { type Frame, locate, type Place, regionFrame, sheetOf } from './frame.ts';
import { grow, isInside, type Point } from './geometry.ts';
import { drawGraticule, type Graticule } from './graticule.ts';
import { coveredFrame } from './mini-map.ts';

/** A town with a position, as these maps mark it. */
export interface SharePlace extends Place {
  /** A partner of the STATUS project: drawn as a ring. */
  readonly isStatus: boolean;
}

export interface ShareMap {
  readonly map: BaseMap;
  readonly graticule: Graticule;
  /** The place meant; null on the map of the whole region. */
  readonly here: Point | null;
  readonly others: readonly { readonly at: Point; readonly isStatus: boolean }[];
}

const townSheet = { width: 1144, height: 520, kilometre: 1 };
const townDetail: Detail = {
  tolerance: 0.7,
  smallest: 4,
  rivers: 9,
  lakes: 60,
  waves: [20.2, 11.2],
  degrees: 2,
};
/** What is nearer to the town, and to the edge of the sheet, would touch them. */
const rings = 46;
const clearOfEdge = 10;

const regionWidth = 682;
const regionDetail: Detail = {
  tolerance: 0.6,
  smallest: 2.5,
  rivers: 8,
  lakes: 80,
  waves: [16.2, 9.2],
  degrees: 5,
};

/** The sheet around a town; null where its position is unknown or beyond the stored geography. */
function frameAround(here: Place): Frame | null {
  const { latitude, longitude } = here;
  if (latitude === null || longitude === null) return null;
  const frame = coveredFrame(townSheet, [longitude, latitude]);
  return frame && locate(frame, here) ? frame : null;
}

export function hasShareMap(here: Place): boolean {
  return frameAround(here) !== null;
}

/** Those of the towns that the map around this one shows besides it: none under its rings. */
export function townsAround<P extends Place>(here: P, towns: readonly P[]): P[] {
  const frame = frameAround(here);
  const middle = frame && locate(frame, here);
  if (!middle) return [];
  const inside = grow(sheetOf(frame), -clearOfEdge);
  return towns.filter((town) => {
    const at = locate(frame, town);
    return at && isInside(inside, at) && Math.hypot(at[0] - middle[0], at[1] - middle[1]) > rings;
  });
}

/** The map around a town, or of the whole region. Throws for a town that no map can be drawn of. */
export function drawShareMap(here: SharePlace | null, others: readonly SharePlace[]): ShareMap {
  const frame = here ? frameAround(here) : regionFrame(regionWidth);
  if (!frame) throw new Error('There is no map around a place whose position is not known.');
  const detail = here ? townDetail : regionDetail;
  return {
    map: drawBaseMap(frame, detail),
    graticule: drawGraticule(frame, detail.degrees),
    here: here && locate(frame, here),
    others: others.flatMap((place) => {
      const at = locate(frame, place);
      return at ? [{ at, isStatus: place.isStatus }] : [];
    }),
  };
}
