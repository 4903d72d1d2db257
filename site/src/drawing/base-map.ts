import { sheetOf, type Frame } from './frame.ts';
import { geography, joinRing, type Lake, type River } from './geography.ts';
import { area, clampLine, cutLine, grow, type Box, type Line, type Point } from './geometry.ts';
import { linePath, ringPath } from './path-data.ts';
import { simplify } from './simplify.ts';
import type { WaterKey } from './water-names.ts';

/** How much a map tells, in pixels of the sheet where nothing else is said. */
export interface Detail {
  /** Lines are true to this distance. */
  readonly tolerance: number;
  /** Islands, lakes and enclaves smaller than this (px²) are left out. */
  readonly smallest: number;
  /** The greatest rank of river that is drawn. */
  readonly rivers: number;
  /** The least size of lake that is drawn, as in the stored geography. */
  readonly lakes: number;
  /** Widths of the waterlines along the coast, from the outside in. */
  readonly waves: readonly number[];
  /** Whole degrees between the lines of the graticule. */
  readonly degrees: number;
}

interface RiverLine {
  readonly name: WaterKey | null;
  readonly line: Line;
}

interface CountryShape {
  readonly code: string;
  readonly rings: readonly Line[];
}

interface Shapes {
  readonly land: readonly Line[];
  readonly far: readonly Line[];
  readonly rivers: readonly RiverLine[];
  readonly countries: readonly CountryShape[];
}

/** The map without its signs and names: path data, and the shapes that placing names needs. */
export interface BaseMap {
  readonly frame: Frame;
  readonly detail: Detail;
  readonly land: string;
  readonly far: string;
  readonly rivers: string;
  readonly lakes: string;
  readonly borders: string;
  readonly borderWithNote: string;
  readonly shapes: Shapes;
}

/** Strokes are drawn as far as this beyond the sheet, so that no cut edge shows inside it. */
function beyond(detail: Detail): number {
  return Math.max(4, ...detail.waves.map((width) => width / 2 + 2));
}

function drawRivers(
  rivers: readonly River[],
  box: Box,
  toSheet: (line: Line) => Point[],
  detail: Detail,
): RiverLine[] {
  return rivers
    .filter(({ rank }) => rank <= detail.rivers)
    .flatMap(({ name, line }) =>
      cutLine(toSheet(line), box).map((piece) => ({
        name,
        line: simplify(piece, detail.tolerance),
      })),
    )
    .filter(({ line }) => line.length > 1);
}

function draw(frame: Frame, detail: Detail): BaseMap {
  const stored = geography();
  const box = grow(sheetOf(frame), beyond(detail));
  const toSheet = (line: Line): Point[] => line.map(([x, y]) => frame.project(x, y));
  const arcs = stored.arcs.map((arc) => simplify(clampLine(toSheet(arc), box), detail.tolerance));
  const isShown = (ring: Line): boolean => area(ring) >= detail.smallest;
  const rings = (all: Geography['land']): Line[] =>
    all.map((ring) => joinRing(arcs, ring)).filter(isShown);
  const lines = (refs: readonly number[]): Line[] =>
    refs.flatMap((ref) => cutLine(arcs[ref] ?? [], box));
  const lakes = stored.lakes
    .filter(({ size }: Lake) => size >= detail.lakes)
    .map(({ ring }) => simplify(clampLine(toSheet(ring), box), detail.tolerance))
    .filter(isShown);
  const shapes = {
    land: rings(stored.land),
    far: rings(stored.far),
    rivers: drawRivers(stored.rivers, box, toSheet, detail),
    countries: stored.countries
      .map((country) => ({ code: country.code, rings: rings(country.rings) }))
      .filter((country) => country.rings.length > 0),
  };
  return {
    frame,
    detail,
    land: ringPath(shapes.land),
    far: ringPath(shapes.far),
    rivers: linePath(shapes.rivers.map(({ line }) => line)),
    lakes: ringPath(lakes),
    borders: linePath(lines(stored.borders)),
    borderWithNote: linePath(lines(stored.borderWithNote)),
    shapes,
  };
}

type Geography = ReturnType<typeof geography>;

const drawn = new Map<string, BaseMap>();
/** Maps kept in memory, each some 50 kB: every town of the region, and then some. */
const KEPT = 400;

export function drawBaseMap(frame: Frame, detail: Detail): BaseMap {
  const key = `${frame.key} ${Object.values(detail).flat().join(' ')}`;
  const map = drawn.get(key) ?? draw(frame, detail);
  drawn.delete(key);
  drawn.set(key, map);
  const oldest = drawn.keys().next();
  if (drawn.size > KEPT && !oldest.done) drawn.delete(oldest.value);
  return map;
}
