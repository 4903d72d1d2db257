import { describe, expect, it } from 'vitest';
import { town, towns } from './fixtures/towns.ts';
import { drawListMap, type DrawnPin, type Pin } from './list-map.ts';
import { drawPeersMap } from './peers-map.ts';

function pin(number: number, name: string): Pin {
  return { ...town(name), number, href: `#p${number}` };
}

function centre({ at, offset }: DrawnPin, scale: number): [number, number] {
  return [at[0] + offset[0] * scale, at[1] + offset[1] * scale];
}

describe('the map beside a list', () => {
  const names = [
    'Kavala',
    'Kavala',
    'Kavala',
    'Drama',
    'Kavala',
    'Satu Mare',
    'Baia Mare Metropolitan Area',
  ];
  const { pins, ghosts } = drawListMap(
    names.map((name, i) => pin(i + 1, name)),
    towns,
    'en',
  );

  it('shows every number once, in the order of the list', () => {
    expect(pins.map((each) => each.pin.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([1, 1.35, 1.9])(
    'does not let pins cover each other when signs are %s times as large',
    (scale) => {
      for (const [index, one] of pins.entries()) {
        for (const other of pins.slice(index + 1)) {
          const [[ax, ay], [bx, by]] = [centre(one, scale), centre(other, scale)];
          const apart = Math.max(Math.abs(ax - bx), Math.abs(ay - by));
          expect(apart, `${one.pin.number} and ${other.pin.number}`).toBeGreaterThan(27 * scale);
        }
      }
    },
  );

  it('leaves a pin that stands alone on its town', () => {
    expect(drawListMap([pin(1, 'Temerin')], [], 'en').pins[0]?.offset).toEqual([0, 0]);
  });

  it('draws the other towns as rings, not those with a pin', () => {
    expect(ghosts).toHaveLength(towns.length - 4);
  });
});

describe('the map of a town and its peers', () => {
  it('keeps the numbers of the list, also past a peer without a position', () => {
    const peers = [town('Drama'), { ...town('Komotini'), latitude: null }, town('Šibenik')];
    const map = drawPeersMap(town('Kavala'), peers, 'en');
    expect(map?.peers.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('moves the number of a near neighbour aside and leads it back to the town', () => {
    const map = drawPeersMap(town('Kavala'), [town('Drama'), town('Šibenik')], 'en');
    expect(map?.peers[0]?.leader).not.toBeNull();
    expect(map?.peers[1]?.leader).toBeNull();
  });

  it('ties the town to peers that are far enough away', () => {
    const map = drawPeersMap(town('Kavala'), [town('Drama'), town('Šibenik')], 'en');
    expect(map?.ties).toHaveLength(1);
  });

  it('is not drawn for a town without a position', () => {
    expect(drawPeersMap({ ...town('Kavala'), longitude: null }, [town('Drama')], 'en')).toBeNull();
  });
});
