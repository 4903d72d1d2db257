import type { Language } from '../languages.ts';
import type { BaseMap } from './base-map.ts';
import { sheetOf } from './frame.ts';
import { isInside, type Point } from './geometry.ts';
import type { Room } from './label-placement.ts';
import { everywhere, minor, type Scales } from './label-scales.ts';
import { placeName, spotsAbout, type MapName, type NameKind } from './map-names.ts';
import { waterName, type WaterKey } from './water-names.ts';

interface Sea {
  readonly key: WaterKey;
  /** Spots where its name may stand, best first: longitude, latitude. */
  readonly spots: readonly Point[];
  /** Slant of the name in degrees. */
  readonly angle: number;
}

/** The seas on maps of the whole region. */
const waters: readonly Sea[] = [
  {
    key: 'adriatic',
    spots: [
      [15.62, 42.98],
      [17.1, 42],
      [14.4, 43.9],
    ],
    angle: 38,
  },
  { key: 'ionian', spots: [[18.2, 39.62]], angle: 0 },
  { key: 'aegean', spots: [[25, 39.3]], angle: 0 },
  { key: 'black', spots: [[29.2, 43.4]], angle: 0 },
];

const danube: Point = [24.2, 43.63];

const countries: readonly [string, Point][] = [
  ['RO', [25.35, 45.55]],
  ['BG', [25.35, 42.38]],
  ['GR', [21.85, 39.72]],
  ['RS', [20.75, 44.72]],
  ['BA', [17.56, 44.25]],
  ['HR', [17.75, 45.47]],
  ['SI', [14.55, 46.22]],
  ['ME', [19.45, 43.02]],
  ['XK', [20.97, 42.66]],
  ['MK', [21.6, 41.6]],
  ['AL', [19.98, 41.18]],
  ['MD', [28.62, 47.25]],
  ['IT', [14.35, 41.28]],
  ['HU', [19.2, 47.35]],
  ['UA', [26.2, 48.28]],
  ['TR', [27.2, 41.35]],
];

const far: ReadonlySet<string> = new Set(['HU', 'UA', 'TR', 'AT']);

export function landKind(code: string): NameKind {
  return far.has(code) ? 'farLand' : 'land';
}

interface Request {
  readonly map: BaseMap;
  readonly room: Room;
  readonly scales: Scales;
  readonly language: Language;
}

export function placeRegionWaters({ map, room, scales, language }: Request): MapName[] {
  const { frame } = map;
  return waters.flatMap(({ key, spots, angle }) => {
    const centres = spots
      .map((spot) => frame.project(...spot))
      .filter((at) => isInside(sheetOf(frame), at));
    const wanted = {
      kind: 'water' as const,
      text: waterName(key, language),
      spots: centres.flatMap((at) => spotsAbout(at, angle)),
      wishes: everywhere,
      longest: key === 'black' ? 4 : 99,
    };
    return placeName(wanted, room, scales) ?? [];
  });
}

export function placeDanube({ map, room, scales, language }: Request): MapName[] {
  const spots = spotsAbout(map.frame.project(...danube), 0);
  const text = waterName('danube', language);
  return [placeName({ kind: 'water', text, spots, wishes: minor }, room, scales)].flatMap(
    (n) => n ?? [],
  );
}

/** Names of countries by ISO code; those without a name or without room are left out. */
export function placeCountries(
  { map, room, scales }: Request,
  names: Readonly<Record<string, string>>,
): MapName[] {
  return countries.flatMap(([code, spot]) => {
    const text = names[code];
    const at = map.frame.project(...spot);
    if (!text || !isInside(sheetOf(map.frame), at)) return [];
    const wanted = { kind: landKind(code), text, spots: spotsAbout(at, 0), wishes: minor };
    return placeName(wanted, room, scales) ?? [];
  });
}
