import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawBaseMap, type BaseMap } from './base-map.ts';
import { towns } from './fixtures/towns.ts';
import { isCovered, locate, localFrame, regionFrame } from './frame.ts';
import { geography } from './geography.ts';
import { isInRings, type Point } from './geometry.ts';
import { drawLocatorMap } from './locator-map.ts';
import { drawMiniMap } from './mini-map.ts';
import { regionDetail } from './region-map.ts';

const region = drawBaseMap(regionFrame(), regionDetail);

function at(longitude: number, latitude: number): Point {
  return region.frame.project(longitude, latitude);
}

function bytes(...paths: readonly string[]): number {
  return gzipSync(paths.join('\n')).length;
}

function weigh({ land, far, rivers, lakes, borders, borderWithNote }: BaseMap): number {
  return bytes(land, far, rivers, lakes, borders, borderWithNote);
}

describe('the map of the region', () => {
  it('shows every town of the initial content on land, none of them far land', () => {
    for (const town of towns) {
      const spot = locate(region.frame, town);
      expect(spot, town.name).not.toBeNull();
      if (!spot) continue;
      expect(isInRings(region.shapes.land, spot), town.name).toBe(true);
      expect(isInRings(region.shapes.far, spot), town.name).toBe(false);
    }
  });

  it('knows sea from land and far land from the region', () => {
    for (const sea of [at(15.5, 43), at(25, 39), at(29.5, 43), at(18.5, 39)]) {
      expect(isInRings(region.shapes.land, sea)).toBe(false);
    }
    for (const far of [at(19, 47.5), at(27, 48.9), at(27, 41.3)]) {
      expect(isInRings(region.shapes.far, far)).toBe(true);
    }
  });

  it('draws the line between Serbia and Kosovo* apart, as a line with a note', () => {
    expect(region.borderWithNote).not.toBe('');
    expect(geography().borderWithNote.every((arc) => !geography().borders.includes(arc))).toBe(
      true,
    );
  });

  it('is the same whenever it is drawn', () => {
    const again = drawBaseMap(regionFrame(), {
      ...regionDetail,
      waves: [...regionDetail.waves, 1],
    });
    expect(again.borders).toBe(region.borders);
    expect(again.lakes).toBe(region.lakes);
  });

  it('keeps to its budget of bytes', () => {
    expect(weigh(region)).toBeLessThan(16_000);
  });
});

describe('the maps of one town', () => {
  it('keep to their budget of bytes for every town', () => {
    for (const town of towns) {
      const locator = drawLocatorMap(town, towns, {}, 'en');
      const mini = drawMiniMap(town);
      expect(locator && mini, town.name).not.toBeNull();
      if (!locator || !mini) continue;
      const { land, far } = locator.inset.map;
      expect(weigh(locator.map) + bytes(land, far), town.name).toBeLessThan(5_000);
      expect(weigh(mini.map), town.name).toBeLessThan(4_500);
    }
  });

  it('are not drawn for a place without a position or beyond the stored geography', () => {
    const [first] = towns;
    if (!first) throw new Error('There are no fixtures.');
    expect(drawLocatorMap({ ...first, latitude: null }, towns, {}, 'en')).toBeNull();
    const amsterdam = { ...first, latitude: 52.37, longitude: 4.9 };
    expect(drawLocatorMap(amsterdam, towns, {}, 'en')).toBeNull();
    expect(drawMiniMap(amsterdam)).toBeNull();
  });

  it('cover their whole sheet, or are not made', () => {
    const size = { width: 680, height: 540, kilometre: 2.75 };
    expect(isCovered(localFrame(size, [24.4, 40.9]))).toBe(true);
    expect(isCovered(localFrame(size, [33, 46]))).toBe(false);
  });
});
