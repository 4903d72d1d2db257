import { describe, expect, it } from 'vitest';
import { cities } from '../collections/cities.ts';
import * as tiny from '../../test/tiny-snapshot.ts';
import { mapTown } from './towns.ts';
import { sharedPlaces, sharedTown, viewShareMap } from './share-image.ts';

const kavala = tiny.city('SEE-C-001', { name: 'Kavala', latitude: 40.94, longitude: 24.41 });
const temerin = tiny.city('SEE-C-009', { name: 'Temerin', latitude: 45.42, longitude: 19.88 });
const unplaced = tiny.city('SEE-C-050', { name: 'Nowhere' });
const lisbon = tiny.city('SEE-C-051', { name: 'Lisbon', latitude: 38.72, longitude: -9.14 });
const snapshot = () => tiny.tinySnapshot([kavala, temerin, unplaced, lisbon]);

describe('the picture beside a shared link', () => {
  it('shows the one town a page is about, else the region', () => {
    const towns = snapshot()
      .all(cities)
      .map((city) => mapTown('en', city));
    const of = (...names: string[]) => sharedTown(towns.filter(({ name }) => names.includes(name)));
    expect(of('Kavala')).toEqual({ ref: 'SEE-C-001', name: 'Kavala' });
    expect(of('Kavala', 'Temerin')).toBeNull();
    expect(of()).toBeNull();
    expect(of('Nowhere')).toBeNull();
    expect(of('Lisbon')).toBeNull();
  });

  it('is there for every town that can be drawn', () => {
    expect(sharedPlaces(snapshot())).toEqual(['region', 'see-c-001', 'see-c-009']);
  });

  it('refuses a town that is not published', () => {
    expect(() => viewShareMap(snapshot(), 'see-c-999')).toThrow('see-c-999');
  });

  it('depends on what it shows: not on texts, nor on towns off its sheet', async () => {
    const content = snapshot();
    const { value, reads } = await content.recorded(() =>
      Promise.resolve(viewShareMap(content, 'see-c-001')),
    );
    expect(value.others).toEqual([]);
    expect([...reads]).toEqual(['derived share-image see-c-001']);
  });
});
