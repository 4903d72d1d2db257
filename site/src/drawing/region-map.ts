import type { Language } from '../languages.ts';
import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { locate, regionFrame, sheetOf, type Place } from './frame.ts';
import { drawGraticule, type Graticule } from './graticule.ts';
import { boxAround, Room } from './label-placement.ts';
import { regionScales, widths } from './label-scales.ts';
import type { MapName } from './map-names.ts';
import { placeCountries, placeDanube, placeRegionWaters } from './region-names.ts';
import type { Town, TownLabel } from './town-candidates.ts';
import { placeTownLabels } from './town-labels.ts';

export interface RegionPlace extends Place {
  readonly ref: string;
  readonly name: string;
  readonly href?: string;
  /** A partner of the STATUS project: drawn as a ring. */
  readonly isStatus: boolean;
  /** The place the page is about: drawn red and large. */
  readonly isHere?: boolean;
}

export interface DrawnPlace {
  readonly town: Town;
  readonly href: string | null;
  readonly label: TownLabel | null;
}

export interface RegionMap {
  readonly map: BaseMap;
  readonly graticule: Graticule;
  readonly names: readonly MapName[];
  readonly places: readonly DrawnPlace[];
  /** Refs of the places that have no position, or one that is not on this map. */
  readonly unplaced: readonly string[];
}

export const regionDetail: Detail = {
  tolerance: 0.6,
  smallest: 1.5,
  rivers: 8,
  lakes: 50,
  waves: [27.1, 17.5, 9.5],
  degrees: 5,
};

/** Keeps the room of the numbers of degrees, which stand inside the sheet at its right edge. */
export function takeDegrees(room: Room, { labels }: Graticule): void {
  for (const { x, y, axis } of labels) {
    if (axis === 'north') room.take([boxAround([x - 16, y - 4], 18, 9)], widths);
  }
}

export function townsOf(
  places: readonly RegionPlace[],
  locatePlace: (place: Place) => Town['at'] | null,
): { towns: Town[]; unplaced: string[] } {
  const towns: Town[] = [];
  const unplaced: string[] = [];
  for (const place of places) {
    const at = locatePlace(place);
    const sign = place.isHere ? 'here' : place.isStatus ? 'status' : 'plain';
    if (at) towns.push({ ref: place.ref, name: place.name, sign, at });
    else unplaced.push(place.ref);
  }
  return { towns, unplaced };
}

/** Signs are drawn in this order: those of partners lie above the others. */
export function joinPlaces(
  towns: readonly Town[],
  labels: ReadonlyMap<string, TownLabel>,
  places: readonly RegionPlace[],
): DrawnPlace[] {
  const order = ['plain', 'pin', 'status', 'here'];
  const hrefs = new Map(places.map(({ ref, href }) => [ref, href ?? null]));
  return towns
    .map((town) => ({
      town,
      href: hrefs.get(town.ref) ?? null,
      label: labels.get(town.ref) ?? null,
    }))
    .sort((a, b) => order.indexOf(a.town.sign) - order.indexOf(b.town.sign));
}

/** The map of the whole region with every town on it. */
export function drawRegionMap(
  places: readonly RegionPlace[],
  countries: Readonly<Record<string, string>>,
  language: Language,
): RegionMap {
  const frame = regionFrame();
  const map = drawBaseMap(frame, regionDetail);
  const graticule = drawGraticule(frame, regionDetail.degrees);
  const room = new Room(sheetOf(frame));
  takeDegrees(room, graticule);
  const { towns, unplaced } = townsOf(places, (place) => locate(frame, place));
  const labels = placeTownLabels(towns, room, regionScales);
  const request = { map, room, scales: regionScales, language };
  const names = [
    ...placeRegionWaters(request),
    ...placeCountries(request, countries),
    ...placeDanube(request),
  ];
  return { map, graticule, names, places: joinPlaces(towns, labels, places), unplaced };
}
