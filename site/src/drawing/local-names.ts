import type { Language } from '../languages.ts';
import type { BaseMap } from './base-map.ts';
import { sheetOf } from './frame.ts';
import { isInRings, type Line, type Point } from './geometry.ts';
import type { Room } from './label-placement.ts';
import { everywhere, minor, type Scales } from './label-scales.ts';
import { nameSize, placeName, type MapName } from './map-names.ts';
import { landKind } from './region-names.ts';
import { riverSpots } from './river-spots.ts';
import { makeField, roomiest, type Field } from './roomiest.ts';
import { waterName, type WaterKey } from './water-names.ts';

/** Rough outlines of the seas in degrees; which water a name belongs to, not where the coast is. */
const seas: readonly [WaterKey, Line][] = [
  ['thermaic', [[22.5, 40.7], [23, 40.7], [23.4, 40.1], [22.9, 39.7], [22.4, 40]]],
  ['thracian', [[23.6, 41.2], [26.6, 41.2], [26.2, 40.1], [24.4, 40.2], [23.5, 40.6]]],
  ['marmara', [[26.8, 40.2], [30, 40.2], [30, 41.1], [27, 41.1]]],
  ['black', [[27.3, 41.15], [33.2, 41.15], [33.2, 47], [28, 47]]],
  ['aegean', [[22.4, 41], [27.5, 41], [28.3, 36], [22.9, 36], [22.9, 39.5]]],
  ['adriatic', [[12, 46], [14, 46], [20.2, 42], [19.6, 40.3], [18.4, 40.1], [16, 41], [12, 43.5]]],
  ['ionian', [[15.7, 38], [16.3, 40.7], [18.4, 40.1], [19.6, 40.3], [22.3, 38.5], [22.8, 36], [15.7, 36]]],
  ['tyrrhenian', [[9, 44], [10.5, 44], [14, 41.5], [16.2, 40], [15.7, 38], [9, 38]]],
];

/** Water nowhere farther from the coast than this many squares is a gulf, not named after the sea. */
const OPEN_WATER = 5;
/** Room between a name and the edge of its area, in units of the drawing. */
const MARGIN = 8;

interface Request {
  readonly map: BaseMap;
  readonly room: Room;
  readonly scales: Scales;
  readonly language: Language;
}

interface Fields {
  readonly seas: readonly { key: WaterKey; field: Field }[];
  readonly countries: readonly { code: string; field: Field }[];
}

const known = new WeakMap<BaseMap, Fields>();

function fieldsOf(map: BaseMap): Fields {
  const { frame, shapes } = map;
  const sheet = sheetOf(frame);
  const seaAt = (point: Point): WaterKey | null => {
    if (isInRings(shapes.land, point)) return null;
    const spot = frame.invert(point);
    return seas.find(([, outline]) => isInRings([outline], spot))?.[0] ?? null;
  };
  return {
    seas: seas.map(([key]) => ({ key, field: makeField(sheet, (point) => seaAt(point) === key) })),
    countries: shapes.countries.map(({ code, rings }) => ({
      code,
      field: makeField(sheet, (point) => isInRings(rings, point)),
    })),
  };
}

function spotsIn(field: Field, { width, height }: { width: number; height: number }): { at: Point; angle: number }[] {
  return roomiest(field, width / 2 + MARGIN, height / 2 + MARGIN).map((at) => ({ at, angle: 0 }));
}

/** Names of seas, countries and rivers on a map of one town's surroundings, where there is room. */
export function placeLocalNames(
  { map, room, scales, language }: Request,
  countries: Readonly<Record<string, string>>,
): MapName[] {
  const fields = known.get(map) ?? fieldsOf(map);
  known.set(map, fields);
  const names: MapName[] = [];
  const add = (name: MapName | null): void => void (name && names.push(name));
  for (const { key, field } of fields.seas) {
    const text = waterName(key, language);
    for (const kind of ['bigWater', 'water'] as const) {
      if (names.some(({ lines }) => lines.join(' ') === text)) continue;
      if (Math.max(...field.depth) < OPEN_WATER) continue;
      const spots = spotsIn(field, nameSize(kind, text, scales.wide));
      add(placeName({ kind, text, spots, wishes: everywhere }, room, scales));
    }
  }
  for (const { code, field } of fields.countries) {
    const text = countries[code];
    if (!text) continue;
    const kind = landKind(code);
    const spots = spotsIn(field, nameSize(kind, text, scales.wide));
    add(placeName({ kind, text, spots, wishes: everywhere }, room, scales));
  }
  const named = new Set<WaterKey>();
  for (const { name, spots } of riverSpots(map, (key) => nameSize('stream', waterName(key, language), scales.wide).width)) {
    if (named.has(name)) continue;
    const text = waterName(name, language);
    const placed = placeName({ kind: 'stream', text, spots, wishes: minor }, room, scales);
    if (placed) named.add(name);
    add(placed);
  }
  return names;
}
