import { describe, expect, it } from 'vitest';
import { countries, town, towns } from './fixtures/towns.ts';
import { overlaps, type Box } from './geometry.ts';
import { regionScales, widths, type Width } from './label-scales.ts';
import { drawRegionMap, type DrawnPlace } from './region-map.ts';
import { breakName, textWidth } from './text-width.ts';

const drawn = drawRegionMap(towns, countries, 'en');

function isShown({ label }: DrawnPlace, width: Width): boolean {
  if (!label) return false;
  const hiding = label.hiding.split(' ');
  if (width === 'small') return !hiding.includes('minor');
  return width === 'wide' || !hiding.includes('minor--wide');
}

/** Where the letters of a label are, worked out apart from the placing. */
function letters({ town: { at, sign }, label }: DrawnPlace, width: Width): Box {
  if (!label) throw new Error('There is no label.');
  const k = regionScales[width].sign;
  const face = sign === 'status' ? 'strong' : 'sans';
  const length = Math.max(...label.lines.map((line) => textWidth(line, face, 12.5)));
  const left = { start: 0, middle: -length / 2, end: -length }[label.anchor];
  return {
    x0: at[0] + k * (label.x + left),
    y0: at[1] + k * (label.y - 10),
    x1: at[0] + k * (label.x + left + length),
    y1: at[1] + k * (label.y + 2 + (label.lines.length - 1) * 13.5),
  };
}

describe('the names on the map of the region', () => {
  it.each(widths)('do not overlap each other at the %s width', (width) => {
    const shown = drawn.places.filter((place) => isShown(place, width));
    for (const [index, one] of shown.entries()) {
      for (const other of shown.slice(index + 1)) {
        const pair = `${one.town.name} and ${other.town.name}`;
        expect(overlaps(letters(one, width), letters(other, width)), pair).toBe(false);
      }
    }
  });

  it.each(widths)('do not cover another sign at the %s width', (width) => {
    const k = regionScales[width].sign;
    for (const place of drawn.places.filter((each) => isShown(each, width))) {
      for (const { town: other } of drawn.places) {
        if (other.ref === place.town.ref) continue;
        const [x, y] = other.at;
        const sign = { x0: x - 2 * k, y0: y - 2 * k, x1: x + 2 * k, y1: y + 2 * k };
        expect(overlaps(letters(place, width), sign), `${place.town.name}, ${other.name}`).toBe(
          false,
        );
      }
    }
  });

  it('are all there where there is room, and nearly all partners on a phone', () => {
    expect(drawn.places.filter((place) => !isShown(place, 'wide'))).toEqual([]);
    const partners = drawn.places.filter(({ town: { sign } }) => sign === 'status');
    expect(partners).toHaveLength(10);
    expect(partners.filter((place) => isShown(place, 'small')).length).toBeGreaterThanOrEqual(9);
  });

  it('name the seas and every country of the region', () => {
    const names = drawn.names.map(({ lines }) => lines.join(' '));
    expect(names).toEqual(
      expect.arrayContaining(['Adriatic Sea', 'Black Sea', ...Object.values(countries)]),
    );
  });

  it('are written in the language of the page', () => {
    const greek = drawRegionMap(towns, {}, 'el').names.map(({ lines }) => lines.join(' '));
    expect(greek).toContain('Μαύρη Θάλασσα');
  });
});

describe('drawRegionMap', () => {
  it('leaves out places without a position and says which', () => {
    const lost = { ...town('Drama'), latitude: null };
    const faraway = { ...town('Kavala'), latitude: 52.4, longitude: 4.9 };
    const { places, unplaced } = drawRegionMap([lost, faraway, town('Pazin')], countries, 'en');
    expect(unplaced).toEqual([lost.ref, faraway.ref]);
    expect(places.map((place) => place.town.name)).toEqual(['Pazin']);
  });

  it('does not depend on the order in which the towns are given', () => {
    const turned = drawRegionMap(towns.toReversed(), countries, 'en');
    const labels = ({ places }: typeof drawn): unknown[] =>
      places.map(({ town: { ref }, label }) => [ref, label]).sort();
    expect(labels(turned)).toEqual(labels(drawn));
  });
});

describe('breakName', () => {
  it('breaks a long name at the blank nearest to its middle, and a short one not', () => {
    expect(breakName('Baia Mare Metropolitan Area', 15)).toEqual([
      'Baia Mare',
      'Metropolitan Area',
    ]);
    expect(breakName('Novo Mesto', 15)).toEqual(['Novo Mesto']);
    expect(breakName('Ajdovščina-Vipava', 15)).toEqual(['Ajdovščina-Vipava']);
  });
});
