/**
 * Makes a PNG of sixteen colours: as the drawing is, flat, it takes a third of the bytes. Which
 * sixteen is said here: those that a library would find are near to what was drawn, and other ones
 * in each image.
 */
import sharp from 'sharp';
import type { Colours } from './light-colours.ts';

/** The lines whose edges are softened, and the ground they lie on. */
const softened = [
  ['map-coast', 'map-land'],
  ['here', 'map-land'],
  ['ink', 'map-sea'],
  ['map-wave', 'map-sea'],
  ['map-border', 'map-land'],
] as const;

type Pixel = readonly [red: number, green: number, blue: number];

/** Draws the SVG and answers the bytes of its PNG. */
export async function encodePng(svg: string, colours: Colours): Promise<Uint8Array<ArrayBuffer>> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const palette = paletteOf(colours);
  const nearest = new Map<number, Pixel>();
  for (let i = 0; i < data.length; i += 3) {
    const key = data.readUIntBE(i, 3);
    const colour = nearest.get(key) ?? nearestOf(palette, pixelOf(key));
    nearest.set(key, colour);
    data.set(colour, i);
  }
  const { width, height } = info;
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png);
}

function paletteOf(colours: Colours): Pixel[] {
  const pixel = (colour: string) => pixelOf(Number.parseInt(colour.slice(1), 16));
  const halfway = softened.map(([line, ground]): Pixel => {
    const [a, b] = [pixel(colours[line]), pixel(colours[ground])];
    const mean = (one: number, other: number) => Math.round((one + other) / 2);
    return [mean(a[0], b[0]), mean(a[1], b[1]), mean(a[2], b[2])];
  });
  return [...Object.values(colours).map(pixel), ...halfway];
}

function pixelOf(value: number): Pixel {
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function nearestOf(palette: readonly Pixel[], [red, green, blue]: Pixel): Pixel {
  const distance = ([r, g, b]: Pixel) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  return palette.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}
