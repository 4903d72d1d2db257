import type { Language } from '../languages.ts';
import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { locate, regionFrame, sheetOf, type Place } from './frame.ts';
import type { Point } from './geometry.ts';
import { drawGraticule, type Graticule } from './graticule.ts';
import { boxAround, Room } from './label-placement.ts';
import { everywhere, pinScales, type Width } from './label-scales.ts';
import type { MapName } from './map-names.ts';
import { regionDetail, takeDegrees } from './region-map.ts';
import { placeRegionWaters } from './region-names.ts';

export interface Pin extends Place {
  /** The number in the list. */
  readonly number: number;
  /** Name of the town. */
  readonly name: string;
  readonly href: string;
}

export interface DrawnPin {
  readonly pin: Pin;
  readonly at: Point;
  /** From the town to the pin, where the pin had to move aside. */
  readonly offset: Point;
}

export interface ListMap {
  readonly map: BaseMap;
  readonly graticule: Graticule;
  readonly names: readonly MapName[];
  readonly pins: readonly DrawnPin[];
  readonly ghosts: readonly Point[];
  /** Numbers of the pins that have no position, or one that is not on this map. */
  readonly unplaced: readonly number[];
}

/** Coasts a little simpler than on the map of towns: the pins are what is read here. */
const detail: Detail = { ...regionDetail, tolerance: 0.7, smallest: 2.5, rivers: 7 };

const RADIUS = 15;
/** Sizes of pins for which they are kept apart; the last is that of the narrowest column in maps.css. */
const sizes: Readonly<Record<Width, number>> = { wide: 1, middle: 1.35, small: 1.9 };

/** The town itself, then rings about it with more and more room. */
const offsets: readonly Point[] = [
  [0, 0],
  ...[34, 52, 70, 90, 112, 136].flatMap((distance, ring) =>
    Array.from({ length: 12 }, (_, index): Point => {
      const turn = ((index * 5 + ring * 1.5) / 12) * 2 * Math.PI;
      return [Math.round(distance * Math.cos(turn)), Math.round(distance * Math.sin(turn))];
    }),
  ),
];

function placePin(at: Point, room: Room, isAlone: boolean): Point {
  const placing = room.place<Point>({
    positions: isAlone ? offsets : offsets.slice(1),
    wishes: everywhere,
    cover: ([dx, dy], width) => {
      const scale = sizes[width];
      return [boxAround([at[0] + dx * scale, at[1] + dy * scale], RADIUS * scale - 1)];
    },
  });
  return placing?.position ?? [0, 0];
}

/** The map beside a list: numbered pins, several of one town fanned out about it. */
export function drawListMap(
  pins: readonly Pin[],
  others: readonly Place[],
  language: Language,
): ListMap {
  const frame = regionFrame();
  const map = drawBaseMap(frame, detail);
  const graticule = drawGraticule(frame, detail.degrees);
  const room = new Room(sheetOf(frame));
  takeDegrees(room, graticule);
  const located = pins.map((pin) => ({ pin, at: locate(frame, pin) }));
  const count = new Map<string, number>();
  for (const { at } of located) count.set(String(at), (count.get(String(at)) ?? 0) + 1);
  const isAlone = (at: Point): boolean => count.get(String(at)) === 1;
  const shown = located.flatMap(({ pin, at }) => (at ? [{ pin, at }] : []));
  const drawn = [
    ...shown.filter(({ at }) => isAlone(at)),
    ...shown.filter(({ at }) => !isAlone(at)),
  ].map(({ pin, at }): DrawnPin => ({ pin, at, offset: placePin(at, room, isAlone(at)) }));
  return {
    map,
    graticule,
    names: placeRegionWaters({ map, room, scales: pinScales, language }),
    pins: drawn.sort((a, b) => a.pin.number - b.pin.number),
    ghosts: others
      .map((place) => locate(frame, place))
      .filter((at) => at !== null)
      .filter((at) => !count.has(String(at))),
    unplaced: located.flatMap(({ pin, at }) => (at ? [] : [pin.number])),
  };
}
