import { join } from 'node:path';
import { z } from 'zod';
import { area, clampLine, cutLine, type Box, type Line } from '../geometry.ts';
import { encodeLine } from '../line-code.ts';
import { simplify } from '../simplify.ts';
import { nameRiver } from './river-names.ts';
import { lineOf, openTopology, type OpenTopology } from './topology.ts';

const TOLERANCE = 0.0012;
/** Two lines closer than this (in degrees, about 2 km) are one river in both of Natural Earth's sets. */
const SAME = 0.02;

const riverProperties = z.object({
  name: z.string().nullable(),
  rank: z.number(),
  set: z.enum(['world', 'europe']),
});

interface Waters {
  readonly rivers: { name: string | null; rank: number; line: string }[];
  readonly lakes: { size: number; ring: string }[];
}

/** A function that tells whether a line runs where one of the given lines already runs. */
function makeIsDrawn(lines: readonly Line[]): (line: Line) => boolean {
  const cell = (x: number, y: number): string => `${Math.round(x / SAME)} ${Math.round(y / SAME)}`;
  const taken = new Set<string>();
  for (const [x, y] of lines.flat()) {
    for (const dx of [-SAME, 0, SAME])
      for (const dy of [-SAME, 0, SAME]) taken.add(cell(x + dx, y + dy));
  }
  return (line) => line.filter(([x, y]) => taken.has(cell(x, y))).length > line.length / 2;
}

function cutRivers({ arcs, shapes }: OpenTopology, bounds: Box): Waters['rivers'] {
  const rivers = shapes('rivers').map(({ properties, paths }) => ({
    ...riverProperties.parse(properties),
    lines: paths.map((path) => lineOf(arcs, path)),
  }));
  const world = rivers.filter(({ set }) => set === 'world').flatMap(({ lines }) => lines);
  const isDrawn = makeIsDrawn(world);
  return rivers.flatMap(({ name, rank, set, lines }) =>
    lines
      .filter((line) => set === 'world' || !isDrawn(line))
      .flatMap((line) => cutLine(line, bounds))
      .flatMap((line) => nameRiver(name, rank, line))
      .map((part) => ({
        name: part.key,
        rank,
        line: encodeLine(simplify(part.line, TOLERANCE)),
      })),
  );
}

function cutLakes({ arcs, shapes }: OpenTopology, bounds: Box): Waters['lakes'] {
  return shapes('lakes')
    .flatMap(({ paths }) => paths.map((path) => clampLine(lineOf(arcs, path), bounds)))
    .map((ring) => ({ ring, size: Math.round(area(ring) * 10_000) }))
    .filter(({ size }) => size > 0)
    .map(({ ring, size }) => ({ size, ring: encodeLine(simplify(ring, TOLERANCE)) }));
}

export function cutWaters(bounds: Box): Waters {
  const waters = openTopology(join(import.meta.dirname, '../../../geo/waters.topo.json'));
  return { rivers: cutRivers(waters, bounds), lakes: cutLakes(waters, bounds) };
}
