import { createRequire } from 'node:module';
import { z } from 'zod';
import { clampLine, isInside, type Box, type Line } from '../geometry.ts';
import { encodeLine } from '../line-code.ts';
import { simplify } from '../simplify.ts';
import { neighbours, region } from './country-codes.ts';
import { lineOf, openTopology, type Shape } from './topology.ts';

/** A third of a pixel on the closest map. */
const TOLERANCE = 0.0012;

const named = z.object({ name: z.string() });

interface States {
  readonly arcs: string[];
  readonly land: number[][];
  readonly far: number[][];
  readonly borders: number[];
  readonly borderWithNote: number[];
  readonly countries: { code: string; rings: number[][] }[];
}

/** The arcs that bound a group of countries, in the direction in which its rings walk them. */
function outline(countries: readonly Shape[]): number[] {
  const used = new Map<number, number[]>();
  for (const ref of countries.flatMap(({ paths }) => paths.flat())) {
    const arc = ref < 0 ? ~ref : ref;
    used.set(arc, [...(used.get(arc) ?? []), ref]);
  }
  return [...used.values()].flatMap((refs) => (refs.length === 1 ? refs : []));
}

/** Chains arcs end to start into closed rings. */
function chain(arcs: readonly Line[], refs: readonly number[]): number[][] {
  const startOf = (ref: number): string => String(lineOf(arcs, [ref]).at(0));
  const endOf = (ref: number): string => String(lineOf(arcs, [ref]).at(-1));
  const open = new Map<string, number[]>();
  for (const ref of refs) open.set(startOf(ref), [...(open.get(startOf(ref)) ?? []), ref]);
  const rings: number[][] = [];
  for (const first of refs) {
    const ring: number[] = [];
    let place = startOf(first);
    for (let next = open.get(place)?.pop(); next !== undefined; next = open.get(place)?.pop()) {
      ring.push(next);
      place = endOf(next);
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
}

function bordersBetween(countries: readonly Shape[], isNoted: boolean): number[] {
  const owners = new Map<number, string[]>();
  for (const { properties, paths } of countries) {
    for (const ref of paths.flat()) {
      const arc = ref < 0 ? ~ref : ref;
      owners.set(arc, [...(owners.get(arc) ?? []), named.parse(properties).name].sort());
    }
  }
  return [...owners].flatMap(([arc, names]) =>
    names.length > 1 && (names.join() === 'Kosovo,Serbia') === isNoted ? [arc] : [],
  );
}

export function cutStates(bounds: Box): States {
  const world = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const { arcs, shapes } = openTopology(world);
  const countries = shapes('countries');
  const missing = region.size - countries.filter((c) => isOfRegion(c)).length;
  if (missing > 0) throw new Error(`${world} lacks ${missing} of the countries of the region.`);

  const stored: string[] = [];
  const indices = new Map<number, number>();
  const isSeen = (arc: Line): boolean => arc.some((point) => isInside(bounds, point));
  const store = (line: Line): number =>
    stored.push(encodeLine(simplify(clampLine(line, bounds), TOLERANCE))) - 1;
  const storeArc = (arc: number): number => {
    const index = indices.get(arc) ?? store(arcs[arc] ?? []);
    indices.set(arc, index);
    return index;
  };
  const storeRing = (ring: readonly number[]): number[] => {
    const parts: number[] = [];
    let unseen: number[] = [];
    const closeUnseen = (): void => {
      if (unseen.length > 0) parts.push(store(lineOf(arcs, unseen)));
      unseen = [];
    };
    for (const ref of ring) {
      if (!isSeen(lineOf(arcs, [ref]))) {
        unseen.push(ref);
        continue;
      }
      closeUnseen();
      parts.push(ref < 0 ? ~storeArc(~ref) : storeArc(ref));
    }
    closeUnseen();
    return parts;
  };
  const storeRings = (group: readonly Shape[]): number[][] =>
    chain(arcs, outline(group))
      .filter((ring) => isSeen(lineOf(arcs, ring)))
      .map(storeRing);
  const storeBorders = (isNoted: boolean): number[] =>
    bordersBetween(countries, isNoted)
      .filter((arc) => isSeen(arcs[arc] ?? []))
      .map(storeArc);

  return {
    land: storeRings(countries),
    far: storeRings(countries.filter((country) => !isOfRegion(country))),
    borders: storeBorders(false),
    borderWithNote: storeBorders(true),
    countries: countries.flatMap((country) => {
      const { name } = named.parse(country.properties);
      const code = region.get(name) ?? neighbours.get(name);
      return code ? [{ code, rings: storeRings([country]) }] : [];
    }),
    arcs: stored,
  };
}

function isOfRegion({ properties }: Shape): boolean {
  return region.has(named.parse(properties).name);
}
