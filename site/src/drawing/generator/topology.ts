import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Line, Point } from '../geometry.ts';

const pair = z.tuple([z.number(), z.number()]).rest(z.number());
const refs = z.array(z.number().int());

const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), arcs: refs }).loose(),
  z.object({ type: z.literal('MultiLineString'), arcs: z.array(refs) }).loose(),
  z.object({ type: z.literal('Polygon'), arcs: z.array(refs) }).loose(),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(refs)) }).loose(),
]);

const topology = z.object({
  transform: z.object({ scale: pair, translate: pair }).optional(),
  arcs: z.array(z.array(pair)),
  objects: z.record(z.string(), z.object({ geometries: z.array(geometry) })),
});

export interface Shape {
  readonly id: string | null;
  readonly properties: unknown;
  /** Rings or lines: indices of arcs in order, `~index` for an arc walked backwards. */
  readonly paths: readonly (readonly number[])[];
}

export interface OpenTopology {
  readonly arcs: readonly Line[];
  shapes: (object: string) => readonly Shape[];
}

function pathsOf(shape: z.infer<typeof geometry>): number[][] {
  if (shape.type === 'LineString') return [shape.arcs];
  if (shape.type === 'MultiPolygon') return shape.arcs.flat();
  return shape.arcs;
}

export function openTopology(file: string): OpenTopology {
  const parsed = topology.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { transform } = parsed;
  const arcs = parsed.arcs.map((arc): Point[] => {
    if (!transform) return arc.map(([x, y]): Point => [x, y]);
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  });
  return {
    arcs,
    shapes(object) {
      const found = parsed.objects[object];
      if (!found) throw new Error(`${file} holds no object "${object}".`);
      return found.geometries.map((shape) => ({
        id: typeof shape.id === 'string' ? shape.id : null,
        properties: shape.properties,
        paths: pathsOf(shape),
      }));
    },
  };
}

export function lineOf(arcs: readonly Line[], path: readonly number[]): Point[] {
  return path.flatMap((ref, index) => {
    const arc = arcs[ref < 0 ? ~ref : ref] ?? [];
    const walked = ref < 0 ? arc.toReversed() : arc;
    return index === 0 ? walked : walked.slice(1);
  });
}
