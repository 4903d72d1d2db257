import type { Language } from '../languages.ts';
import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { type Cone, stretched } from './cone.ts';
import { locate, parallels, REGION, regionFrame, sheetOf, type Place } from './frame.ts';
import type { Point } from './geometry.ts';
import { drawGraticule, type Graticule } from './graticule.ts';
import { boxAround, Room } from './label-placement.ts';
import { regionScales, type Scales } from './label-scales.ts';
import type { MapName } from './map-names.ts';
import { partSigns } from './part-signs.ts';
import { regionDetail, takeDegrees } from './region-map.ts';
import { placeCountries, placeRegionWaters } from './region-names.ts';
import type { Town, TownLabel } from './town-candidates.ts';
import { placeTownLabels } from './town-labels.ts';

export interface PickTown extends Place {
  readonly ref: string;
  readonly name: string;
  readonly country: string;
}

interface PickMark {
  readonly town: PickTown;
  /** Where its sign is: at the town, or as near as its neighbours allow. */
  readonly at: Point;
  /** The town itself, where its sign had to move. */
  readonly from: Point | null;
  readonly label: TownLabel | null;
}

export interface PickMap {
  readonly map: BaseMap;
  readonly graticule: Graticule;
  readonly names: readonly MapName[];
  readonly marks: readonly PickMark[];
}

/** Coarser than other maps of the region: a form needs to be there soon. */
const detail: Detail = {
  ...regionDetail,
  tolerance: 1,
  smallest: 4,
  rivers: 6,
  waves: [17.5, 9.5],
};

/** Width of the map in styles/pick-map.css, in pixels of the reader's text size: it never shrinks. */
const drawnWidth = 672;
export const margin = 0.5;
const frame = regionFrame();
/** Units of the sheet for a pixel. */
const pixel = (frame.width + 2 * margin) / drawnWidth;
/** Signs are pressed: 24 pixels, and a little air. */
export const signSize = 24.5 * pixel;
/** More signs than this find no room on the sheet, and nobody could tell them apart. */
const mostTowns = 150;

const sign = { ...regionScales.wide, sign: pixel };
const scales: Scales = { wide: sign, middle: sign, small: sign };

/** The map on which towns are chosen; null where there is none to choose, or too many for one. */
export function drawPickMap(
  towns: readonly PickTown[],
  countries: Readonly<Record<string, string>>,
  language: Language,
): PickMap | null {
  const located = towns
    .flatMap((town) => {
      const at = locate(frame, town);
      return at ? [{ town, at }] : [];
    })
    .sort((one, other) => (one.town.ref < other.town.ref ? -1 : 1));
  if (located.length === 0 || located.length > mostTowns) return null;
  const spots = partSigns(
    located.map(({ at }) => at),
    signSize,
    sheetOf(frame),
  );
  const signs = located.map(({ town, at }, index) => ({ town, at: spots[index] ?? at, from: at }));
  const map = drawBaseMap(frame, detail);
  const graticule = drawGraticule(frame, detail.degrees);
  const room = new Room(sheetOf(frame));
  takeDegrees(room, graticule);
  for (const { from } of signs) room.take([boxAround(from, 2)]);
  const labels = placeTownLabels(
    signs.map(({ town, at }): Town => ({ ref: town.ref, name: town.name, sign: 'pin', at })),
    room,
    scales,
    { pin: { radius: 8 } },
  );
  const request = { map, room, scales, language };
  return {
    map,
    graticule,
    names: [...placeRegionWaters(request), ...placeCountries(request, countries)],
    marks: signs.map(({ town, at, from }) => ({
      town,
      at,
      from: Math.hypot(at[0] - from[0], at[1] - from[1]) < 1 ? null : from,
      label: labels.get(town.ref) ?? null,
    })),
  };
}

/** A point of the sheet in hundredths of the width of the drawing. */
export function inHundredths([x, y]: Point): Point {
  const share = 100 / (frame.width + 2 * margin);
  return [(x + margin) * share, (y + margin) * share];
}

/** The projection of the map, in hundredths of the width of the drawing. */
export function pickCone(): Cone {
  const { meridian } = REGION;
  const [south, north] = parallels;
  const narrowing = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);
  const opening =
    Math.log(narrowing(south) / narrowing(north)) / Math.log(stretched(north) / stretched(south));
  const [x, low] = inHundredths(frame.project(meridian, south));
  const [, high] = inHundredths(frame.project(meridian, north));
  const reach = (low - high) / (stretched(south) ** -opening - stretched(north) ** -opening);
  return [opening, reach, x, low - reach * stretched(south) ** -opening, meridian];
}
