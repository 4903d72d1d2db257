import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, refusedPaths, STRATEGY } from './support.js';

describe('choices', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());

  it('keeps distinct values of the list, none and null', async () => {
    const cities = documents(cms.strapi, CITY);
    for (const traits of [['coast', 'port'], [], null]) {
      const { documentId } = await cities.create({ data: cityData({ traits }) });
      expect((await cities.findOne({ documentId }))?.traits).toEqual(traits);
    }
  });

  it.each([
    ['a value that is not in the list', ['coast', 'volcano']],
    ['a value twice', ['coast', 'coast']],
    ['a single value', 'coast'],
    ['an object', { coast: true }],
    ['something else inside the list', [1]],
  ])('refuses %s, in a draft too', async (_what, traits) => {
    const write = documents(cms.strapi, CITY).create({ data: cityData({ traits }) });
    expect(await refusedPaths(write)).toEqual(['traits']);
  });

  it('names the path inside a component', async () => {
    const processSteps = [
      { title: 'One', who: ['ngo'] },
      { title: 'Two', who: ['wizard'] },
    ];
    const write = documents(cms.strapi, STRATEGY).create({
      data: { title: 'Agenda', kind: 'urbanAgenda', adoption: 'adopted', processSteps },
    });
    expect(await refusedPaths(write)).toEqual(['processSteps.1.who']);
  });

  it('checks updates', async () => {
    const cities = documents(cms.strapi, CITY);
    const { documentId } = await cities.create({ data: cityData({ traits: ['coast'] }) });
    const write = cities.update({ documentId, data: { traits: ['volcano'] } });
    expect(await refusedPaths(write)).toEqual(['traits']);
    expect((await cities.findOne({ documentId }))?.traits).toEqual(['coast']);
  });
});
