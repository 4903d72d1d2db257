import type { Language } from '../languages.ts';
import type { BaseMap } from './base-map.ts';
import type { Point } from './geometry.ts';
import type { Room } from './label-placement.ts';
import { everywhere, minor, type Scales } from './label-scales.ts';
import { fieldsOf } from './map-fields.ts';
import { nameSize, placeName, type MapName } from './map-names.ts';
import { landKind } from './region-names.ts';
import { riverSpots } from './river-spots.ts';
import { roomiest, type Field } from './roomiest.ts';
import { waterName, type WaterKey } from './water-names.ts';

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

function spotsIn(
  field: Field,
  { width, height }: { width: number; height: number },
): { at: Point; angle: number }[] {
  return roomiest(field, width / 2 + MARGIN, height / 2 + MARGIN).map((at) => ({ at, angle: 0 }));
}

function placeSeas({ map, room, scales, language }: Request): MapName[] {
  return fieldsOf(map).seas.flatMap(({ key, field }) => {
    if (Math.max(...field.depth) < OPEN_WATER) return [];
    const text = waterName(key, language);
    for (const kind of ['bigWater', 'water'] as const) {
      const spots = spotsIn(field, nameSize(kind, text, scales.wide));
      const name = placeName({ kind, text, spots, wishes: everywhere }, room, scales);
      if (name) return [name];
    }
    return [];
  });
}

function placeCountries(
  { map, room, scales }: Request,
  countries: Readonly<Record<string, string>>,
): MapName[] {
  return fieldsOf(map).countries.flatMap(({ code, field }) => {
    const text = countries[code];
    if (!text) return [];
    const kind = landKind(code);
    const spots = spotsIn(field, nameSize(kind, text, scales.wide));
    return placeName({ kind, text, spots, wishes: everywhere }, room, scales) ?? [];
  });
}

/** Each river once, on the stretch where there is room. */
function placeRivers({ map, room, scales, language }: Request): MapName[] {
  const names = new Map<WaterKey, MapName>();
  const widthOf = (key: WaterKey): number =>
    nameSize('stream', waterName(key, language), scales.wide).width;
  for (const { name, spots } of riverSpots(map, widthOf)) {
    if (names.has(name)) continue;
    const text = waterName(name, language);
    const placed = placeName({ kind: 'stream', text, spots, wishes: minor }, room, scales);
    if (placed) names.set(name, placed);
  }
  return [...names.values()];
}

/** Names of seas, countries and rivers on a map of one town's surroundings, where there is room. */
export function placeLocalNames(
  request: Request,
  countries: Readonly<Record<string, string>>,
): MapName[] {
  return [...placeSeas(request), ...placeCountries(request, countries), ...placeRivers(request)];
}
