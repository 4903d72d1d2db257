/** A map as the picture beside a shared link, in SVG that needs neither typeface nor style sheet. */
import type { Point } from '../drawing/geometry.ts';
import { mark } from '../drawing/mark.ts';
import type { ShareMap } from '../drawing/share-map.ts';
import { sheetPath } from '../drawing/frame.ts';
import { shareImageSize } from '../urls.ts';
import type { Colours } from './light-colours.ts';

const margin = 28;

/** The map as a printed plate: a town's with the mark beneath, the region's with the mark beside. */
export function writeShareSvg(drawn: ShareMap, colours: Colours): string {
  const { width, height } = shareImageSize;
  const { frame } = drawn.map;
  const [x, y] = [width - margin - frame.width, margin];
  const room = drawn.here
    ? { x: x + frame.width / 2, y: (y + frame.height + height) / 2, scale: 1.8 }
    : { x: x / 2, y: height / 2, scale: 4.4 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours['map-sea']}"/>`,
    `<g transform="translate(${x} ${y})">${writeMap(drawn, colours)}</g>`,
    writeMark(room, colours),
    '</svg>',
  ].join('');
}

/** The layers of BaseMap.astro, Neatline.astro and MapPlaces.astro in strokes fit for this size. */
function writeMap({ map, graticule, here, others }: ShareMap, colours: Colours): string {
  const sheet = sheetPath(map.frame);
  const line = (d: string, colour: string, width: number, more = '') =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" ${more}/>`;
  const area = (d: string, colour: string) =>
    `<path d="${d}" fill="${colour}" fill-rule="evenodd"/>`;
  return [
    `<clipPath id="sheet"><path d="${sheet}"/></clipPath><g clip-path="url(#sheet)">`,
    line(graticule.lines, colours['map-grat'], 1.2),
    ...map.detail.waves.flatMap((wave) => [
      line(map.land, colours['map-wave'], wave),
      line(map.land, colours['map-sea'], Number((wave - 2.2).toFixed(1))),
    ]),
    area(map.land, colours['map-land']),
    area(map.far, colours['map-far']),
    line(map.rivers, colours['map-river'], 1.3, 'stroke-linecap="round"'),
    area(map.lakes, colours['map-sea']),
    line(map.lakes, colours['map-river'], 1),
    line(map.borders, colours['map-border'], 1.2, 'stroke-dasharray="8 2.6 1.3 2.6"'),
    line(map.borderWithNote, colours['map-border'], 1.2, 'stroke-dasharray="1.3 3.5"'),
    line(map.land, colours['map-coast'], 1.6),
    '</g>',
    line(sheet, colours.ink, 2),
    line(graticule.ticks, colours.ink, 2),
    ...(here ? writeTown(here, others, colours) : writeTowns(others, colours)),
  ].join('');
}

/** The town meant, large; the others only tell where it lies. */
function writeTown(here: Point, others: ShareMap['others'], colours: Colours): string[] {
  return [
    ...others.map(({ at }) => circle(at, 5, colours['map-land'], colours['ink-3'], 1.8)),
    circle(here, 40, 'none', colours.here, 1.6),
    circle(here, 25, 'none', colours.here, 2.6),
    circle(here, 13, colours.here),
  ];
}

function writeTowns(towns: ShareMap['others'], colours: Colours): string[] {
  const partners = towns.filter(({ isStatus }) => isStatus);
  return [
    ...towns.filter(({ isStatus }) => !isStatus).map(({ at }) => circle(at, 5, colours.ink)),
    ...partners.flatMap(({ at }) => [
      circle(at, 9.5, colours['map-land'], colours.here, 2.4),
      circle(at, 4.4, colours.here),
    ]),
  ];
}

function circle([x, y]: Point, radius: number, fill: string, stroke = 'none', width = 1): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** The mark, its middle at the given spot. */
function writeMark(room: { x: number; y: number; scale: number }, colours: Colours): string {
  const { scale } = room;
  const [x, y] = [room.x - (mark.width / 2) * scale, room.y - (mark.height / 2) * scale];
  return [
    `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})">`,
    `<path d="${mark.line}" fill="none" stroke="${colours.ink}" stroke-width="2"/>`,
    ...mark.rings.map((at) => circle(at, mark.ring, colours['map-sea'], colours.ink, 2)),
    circle(mark.dot, mark.radius, colours.here),
    '</g>',
  ].join('');
}
