import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawShareMap, townsAround } from '../drawing/share-map.ts';
import { encodePng } from './encode-png.ts';
import { readLightColours } from './light-colours.ts';
import { writeShareSvg } from './share-svg.ts';

const tokens = readFileSync(path.join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
const colours = readLightColours(tokens);
const town = (latitude: number, longitude: number, isStatus = false) => ({
  latitude,
  longitude,
  isStatus,
});
// Much coast and many islands: the picture with the most lines.
const karditsa = town(39.3649, 21.9219);
const kavala = town(40.9396, 24.4069, true);
const drama = town(41.1528, 24.1473, true);
const temerin = town(45.417, 19.883);
const towns = [karditsa, kavala, drama, temerin];

async function colourAt(png: Uint8Array, left: number, top: number): Promise<string> {
  const spot = { left, top, width: 1, height: 1 };
  const pixel = await sharp(png).extract(spot).removeAlpha().raw().toBuffer();
  return `#${pixel.toString('hex')}`;
}

it.each([
  ['a town', karditsa],
  ['the region', null],
])('makes a small picture of %s, the same each time', async (_, here) => {
  const svg = writeShareSvg(drawShareMap(here, towns), colours);
  const png = await encodePng(svg, colours);
  const { format, width, height } = await sharp(png).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  expect(png.length).toBeLessThan(60_000);
  expect(Buffer.from(png).equals(await encodePng(svg, colours))).toBe(true);
});

it('shows the town in the middle of its sheet, in the very colours of the pages', async () => {
  const svg = writeShareSvg(drawShareMap(kavala, townsAround(kavala, towns)), colours);
  const png = await encodePng(svg, colours);
  expect(await colourAt(png, 600, 288)).toBe(colours.here);
  expect(await colourAt(png, 10, 10)).toBe(colours['map-sea']);
  expect(await colourAt(png, 360, 180)).toBe(colours['map-land']);
});

it('needs no typeface', () => {
  expect(writeShareSvg(drawShareMap(kavala, towns), colours)).not.toContain('<text');
});

it('shows the towns around, but none beneath the rings or beyond the sheet', () => {
  expect(townsAround(kavala, towns)).toEqual([karditsa]);
});

it('tells which colour the style sheet lacks', () => {
  expect(colours).toMatchObject({ here: '#a23a12', 'map-sea': '#f8f3e9' });
  expect(() => readLightColours(tokens.replace('--map-wave:', '--wave:'))).toThrow(
    'has no colour --map-wave',
  );
});
