import type { Language } from '../languages.ts';
import { drawBaseMap, type BaseMap, type Detail } from './base-map.ts';
import { locate, regionFrame, sheetOf, type Frame } from './frame.ts';
import { drawGraticule } from './graticule.ts';
import { grow, isInside, type Point } from './geometry.ts';
import { boxAround, Room } from './label-placement.ts';
import { peerScales, widths } from './label-scales.ts';
import type { MapName } from './map-names.ts';
import { coveredFrame } from './mini-map.ts';
import { linePath } from './path-data.ts';
import type { DrawnPlace, RegionPlace } from './region-map.ts';
import { placeRegionWaters } from './region-names.ts';
import type { Town, TownLabel } from './town-candidates.ts';
import { placeTownLabels } from './town-labels.ts';

interface DrawnPeer extends DrawnPlace {
  /** The number in the list of peers, from 1. */
  readonly number: number;
  /** From the number to the town it stands for, where it had to move aside. */
  readonly leader: Point | null;
}

export interface PeersMap {
  readonly map: BaseMap;
  readonly graticule: string;
  readonly names: readonly MapName[];
  readonly here: DrawnPlace;
  readonly peers: readonly DrawnPeer[];
  /** Path data of the ties between the town and its peers. */
  readonly ties: readonly string[];
}

const sheet = { width: 480, height: 430 };
const detail: Detail = {
  tolerance: 0.7,
  smallest: 2.5,
  rivers: 7,
  lakes: 100,
  waves: [19.1, 11.1],
  degrees: 5,
};

/** Pixels a kilometre: from the whole region on the sheet to about 350 km across. */
const scales = [1.3, 1.1, 0.95, 0.8, 0.7, 0.6, 0.52, 0.46, 0.4, 0.36];
const EDGE = 44;
const RADIUS = 9.5;
/** Ties shorter than this say nothing that the signs do not. */
const SHORTEST_TIE = 40;

function fitFrame(places: readonly RegionPlace[]): Frame {
  const known = places.filter((place) => place.latitude !== null && place.longitude !== null);
  const mean = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const middle: Point = [
    mean(known.map(({ longitude }) => longitude ?? 0)),
    mean(known.map(({ latitude }) => latitude ?? 0)),
  ];
  for (const kilometre of scales) {
    const frame = coveredFrame({ ...sheet, kilometre }, middle);
    if (!frame) continue;
    const inner = grow(sheetOf(frame), -EDGE);
    const isFitting = known.every((place) => {
      const at = locate(frame, place);
      return at !== null && isInside(inner, at);
    });
    if (isFitting) return frame;
  }
  return regionFrame(sheet.width);
}

/** The place itself, then ever wider circles, so that numbers of close towns part. */
const offsets: readonly Point[] = [
  [0, 0],
  ...[30, 42, 56].flatMap((distance) =>
    Array.from({ length: 12 }, (_, index): Point => {
      const turn = ((index * 7 + 8) / 12) * 2 * Math.PI;
      return [Math.round(distance * Math.cos(turn)), Math.round(distance * Math.sin(turn))];
    }),
  ),
];

function tie(from: Point, to: Point): string | null {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < SHORTEST_TIE) return null;
  const rise = length * 0.1;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - rise];
  const start = linePath([[from, middle, to]]).split(/[lhv]/)[0];
  const [mx, my] = [middle[0].toFixed(1), middle[1].toFixed(1)];
  return `${start}Q${mx} ${my} ${to[0].toFixed(1)} ${to[1].toFixed(1)}`;
}

/** A town and its peers, numbered as in their list; null when the town's position is unknown. */
export function drawPeersMap(
  here: RegionPlace,
  peers: readonly RegionPlace[],
  language: Language,
): PeersMap | null {
  const frame = fitFrame([here, ...peers]);
  const at = locate(frame, here);
  if (!at) return null;
  const map = drawBaseMap(frame, detail);
  const room = new Room(grow(sheetOf(frame), -2));
  room.take([boxAround(at, 12)]);
  const numbered = peers.flatMap((peer, index) => {
    const spot = locate(frame, peer);
    if (!spot) return [];
    const placing = room.place<Point>({
      positions: offsets,
      wishes: [widths, ['wide']],
      cover: ([dx, dy], width) => {
        const scale = peerScales[width].sign;
        return [boxAround([spot[0] + dx * scale, spot[1] + dy * scale], RADIUS * scale + 1)];
      },
    });
    const [dx, dy] = placing?.position ?? [0, 0];
    return [{ peer, number: index + 1, spot, at: [spot[0] + dx, spot[1] + dy] as Point }];
  });
  const labelRoom = new Room(grow(sheetOf(frame), -2));
  const towns: Town[] = [
    { ref: here.ref, name: here.name, sign: 'here', at },
    ...numbered.map(({ peer, at: pin }): Town => ({
      ref: peer.ref,
      name: peer.name,
      sign: 'pin',
      at: pin,
    })),
  ];
  const labels = placeTownLabels(towns, labelRoom, peerScales, { here: { radius: 8.5, size: 19 } });
  const labelOf = (ref: string): TownLabel | null => labels.get(ref) ?? null;
  return {
    map,
    graticule: drawGraticule(frame, detail.degrees).lines,
    names: placeRegionWaters({ map, room: labelRoom, scales: peerScales, language }),
    here: {
      town: { ref: here.ref, name: here.name, sign: 'here', at },
      href: null,
      label: labelOf(here.ref),
    },
    peers: numbered.map(({ peer, number, spot, at: pin }) => ({
      town: { ref: peer.ref, name: peer.name, sign: 'pin', at: pin },
      href: peer.href ?? null,
      label: labelOf(peer.ref),
      number,
      leader:
        pin[0] === spot[0] && pin[1] === spot[1] ? null : [spot[0] - pin[0], spot[1] - pin[1]],
    })),
    ties: numbered.flatMap(({ spot }) => tie(at, spot) ?? []),
  };
}
