import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, PRACTICE, PROJECT, refusedPaths } from './support.js';

const paragraph = (child: unknown) => [{ type: 'paragraph', children: [child] }];

describe('values', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const create = (data: Record<string, unknown>) =>
    documents(cms.strapi, CITY).create({ data: cityData(data) });

  it.each([
    ['a NUL character', { localName: 'a\u0000b' }, 'localName'],
    ['half a character', { localName: 'a\ud800b' }, 'localName'],
    ['a text that is too long, though a draft', { name: 'a'.repeat(121) }, 'name'],
    ['a long text that is too long', { summary: 'a'.repeat(281) }, 'summary'],
    [
      'a number beyond 32 bits',
      { population: { value: 2 ** 31, source: 'x' } },
      'population.value',
    ],
    ['a broken number', { population: { value: 1.5, source: 'x' } }, 'population.value'],
    ['an endless number', { latitude: Infinity }, 'latitude'],
    [
      'NUL in a list of components',
      { sources: [{ label: 'ok' }, { label: '\u0000' }] },
      'sources.1.label',
    ],
    [
      'a javascript: link',
      { profile: paragraph({ type: 'link', url: 'javascript:alert(1)', children: [] }) },
      'profile.0.children.0.url',
    ],
    [
      'a link without a protocol',
      { profile: paragraph({ type: 'link', url: '//evil.example', children: [] }) },
      'profile.0.children.0.url',
    ],
    [
      'an image of another site',
      { profile: [{ type: 'image', image: { url: 'https://evil.example/a.png' }, children: [] }] },
      'profile.0.image',
    ],
  ])('refuses %s', async (_what, data, path) => {
    expect(await refusedPaths(create(data))).toEqual([path]);
    const { documentId } = await create({});
    const update = documents(cms.strapi, CITY).update({ documentId, data });
    expect(await refusedPaths(update)).toEqual([path]);
  });

  it('names every path at once', async () => {
    const data = { name: '\u0000', localName: 'a'.repeat(121), latitude: NaN };
    expect(await refusedPaths(create(data))).toEqual(['name', 'localName', 'latitude']);
  });

  it('keeps markup in plain text as the characters it is', async () => {
    const name = '<script>alert(1)</script>';
    const { documentId } = await create({ name });
    expect((await documents(cms.strapi, CITY).findOne({ documentId }))?.name).toBe(name);
  });

  it('keeps coordinates exactly', async () => {
    const place = { latitude: 41.15123456, longitude: -0.00012345 };
    const { documentId } = await create(place);
    expect(await documents(cms.strapi, CITY).findOne({ documentId })).toMatchObject(place);
    const practice = await documents(cms.strapi, PRACTICE).create({ data: place });
    const row = await documents(cms.strapi, PRACTICE).findOne({ documentId: practice.documentId });
    expect(row).toMatchObject(place);
  });

  it('keeps money in whole euros beyond 32 bits', async () => {
    const projects = documents(cms.strapi, PROJECT);
    const { documentId } = await projects.create({
      data: { title: 'P', budgetEur: '12345678901' },
    });
    expect((await projects.findOne({ documentId }))?.budgetEur).toBe('12345678901');
    for (const budgetEur of ['1.5', 'many', '9'.repeat(19)]) {
      expect(await refusedPaths(projects.create({ data: { budgetEur } }))).toEqual(['budgetEur']);
    }
  });
});
