import { describe, expect, it } from 'vitest';
import { fromSheet, toSheet } from './cone.ts';
import { countries, town, towns } from './fixtures/towns.ts';
import { regionFrame } from './frame.ts';
import { drawPickMap, inHundredths, pickCone, signSize, type PickTown } from './pick-map.ts';

const all = towns.map((each): PickTown => ({ ...each, country: 'X' }));
const drawn = drawPickMap(all, countries, 'en');
const marks = drawn?.marks ?? [];

describe('the map on which towns are chosen', () => {
  it('has a sign for every town, none of which covers another', () => {
    expect(marks).toHaveLength(towns.length);
    for (const [index, { at, town: one }] of marks.entries()) {
      for (const { at: other, town: two } of marks.slice(index + 1)) {
        const apart = Math.max(Math.abs(at[0] - other[0]), Math.abs(at[1] - other[1]));
        expect(apart, `${one.name}, ${two.name}`).toBeGreaterThanOrEqual(signSize - 0.5);
      }
    }
  });

  it('keeps the signs near their towns, and most of them on the spot', () => {
    const distances = marks.map(({ at, from }) =>
      from ? Math.hypot(at[0] - from[0], at[1] - from[1]) : 0,
    );
    expect(Math.max(...distances)).toBeLessThan(2 * signSize);
    expect(distances.filter((distance) => distance === 0).length).toBeGreaterThan(15);
  });

  it('names nearly every town', () => {
    const nameless = marks.filter(({ label }) => label === null).map((mark) => mark.town.name);
    expect(nameless.length).toBeLessThan(3);
  });

  it('leaves out what has no position or lies elsewhere, and is not drawn for a crowd', () => {
    const lost: PickTown = { ...town('Drama'), latitude: null, country: 'Greece' };
    expect(drawPickMap([lost], countries, 'en')).toBeNull();
    const both = drawPickMap([lost, { ...town('Pazin'), country: 'Croatia' }], countries, 'en');
    expect(both?.marks.map((mark) => mark.town.name)).toEqual(['Pazin']);
    const crowd = Array.from({ length: 200 }, (_, index): PickTown => ({
      ...town('Drama'),
      ref: `SEE-C-${String(index)}`,
      country: 'Greece',
    }));
    expect(drawPickMap(crowd, countries, 'en')).toBeNull();
  });
});

describe('the cone of the map', () => {
  const cone = pickCone();

  it.each(['Kavala', 'Pazin', 'Bălți', 'Karditsa'])('shows %s where the map does', (name) => {
    const { latitude, longitude } = town(name);
    const [x, y] = inHundredths(regionFrame().project(longitude ?? 0, latitude ?? 0));
    const spot = toSheet(cone, longitude ?? 0, latitude ?? 0);
    expect(spot[0]).toBeCloseTo(x, 6);
    expect(spot[1]).toBeCloseTo(y, 6);
    const back = fromSheet(cone, ...spot);
    expect(back[0]).toBeCloseTo(longitude ?? 0, 6);
    expect(back[1]).toBeCloseTo(latitude ?? 0, 6);
  });
});
