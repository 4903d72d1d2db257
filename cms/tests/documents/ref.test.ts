import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRefNumber } from '../../src/documents/ref.js';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, NETWORK, NOTICE, refusedPaths } from './support.js';

describe('readRefNumber', () => {
  it.each([
    ['SEE-C-001', 1],
    ['SEE-C-1234', 1234],
    ['SEE-C-01', undefined],
    ['SEE-C-0001', undefined],
    ['SEE-C-000', undefined],
    ['SEE-P-001', undefined],
    ['see-c-001', undefined],
    [7, undefined],
  ])('%s → %s', (ref, number) => {
    expect(readRefNumber(ref, 'C')).toBe(number);
  });
});

describe('ref', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());

  it('is counted per type from 001, for drafts as well', async () => {
    const networks = documents(cms.strapi, NETWORK);
    expect((await networks.create({ data: { name: 'First' } })).ref).toBe('SEE-N-001');
    expect((await networks.create({ data: { name: 'Second' } })).ref).toBe('SEE-N-002');
    expect((await documents(cms.strapi, NOTICE).create({ data: {} })).ref).toBe('SEE-Q-001');
  });

  it('differs for creations at the same moment', async () => {
    const cities = documents(cms.strapi, CITY);
    const created = await Promise.all(
      Array.from({ length: 12 }, () => cities.create({ data: cityData({ name: 'Twin' }) })),
    );
    expect(new Set(created.map(({ ref }) => ref)).size).toBe(12);
    expect(new Set(created.map(({ slug }) => slug)).size).toBe(12);
  });

  it('is not spent by a creation that fails', async () => {
    const networks = documents(cms.strapi, NETWORK);
    const before = readRefNumber((await networks.create({ data: { name: 'A' } })).ref, 'N');
    await refusedPaths(networks.create({ data: { name: 'B', slug: 'index' } }));
    const after = readRefNumber((await networks.create({ data: { name: 'C' } })).ref, 'N');
    expect(after).toBe((before ?? 0) + 1);
  });

  it('may be given at creation when it is free, and the counter goes on after it', async () => {
    const cities = documents(cms.strapi, CITY);
    const given = await cities.create({ data: cityData({ ref: 'SEE-C-500' }) });
    expect(given.ref).toBe('SEE-C-500');
    expect((await cities.create({ data: cityData() })).ref).toBe('SEE-C-501');
    expect((await cities.create({ data: cityData({ ref: 'SEE-C-499' }) })).ref).toBe('SEE-C-499');
    for (const ref of ['SEE-C-500', 'SEE-P-900', 'SEE-C-0900', 'mine']) {
      expect(await refusedPaths(cities.create({ data: cityData({ ref }) }))).toEqual(['ref']);
    }
  });

  it('is spent for ever, even when the document is deleted', async () => {
    const cities = documents(cms.strapi, CITY);
    const gone = await cities.create({ data: cityData({ ref: 'SEE-C-700' }) });
    await cities.delete(gone.documentId);
    const write = cities.create({ data: cityData({ ref: 'SEE-C-700' }) });
    expect(await refusedPaths(write)).toEqual(['ref']);
    expect((await cities.create({ data: cityData() })).ref).toBe('SEE-C-701');
  });

  it('cannot be changed, while the same value and none are tolerated', async () => {
    const cities = documents(cms.strapi, CITY);
    const { documentId, ref } = await cities.create({ data: cityData() });
    expect(await refusedPaths(cities.update({ documentId, data: { ref: 'SEE-C-900' } }))).toEqual([
      'ref',
    ]);
    for (const same of [ref, null]) {
      expect((await cities.update({ documentId, data: { ref: same } })).ref).toBe(ref);
    }
  });

  it('is one for all languages and for the published row', async () => {
    const cities = documents(cms.strapi, CITY);
    const { documentId, ref } = await cities.create({ data: cityData() });
    await cities.update({ documentId, locale: 'el', data: { name: 'Πόλη' } });
    await cities.publish(documentId);
    for (const where of [{ locale: 'el' }, { status: 'draft' }, { status: 'published' }]) {
      expect((await cities.findOne({ documentId, ...where }))?.ref).toBe(ref);
    }
  });

  it('is new for a copy', async () => {
    const cities = documents(cms.strapi, CITY);
    const source = await cities.create({ data: cityData({ name: 'Copied' }) });
    const copy = await cities.clone(source.documentId);
    const row = await cities.findOne({ documentId: copy.documentId });
    expect(readRefNumber(row?.ref, 'C')).toBeGreaterThan(readRefNumber(source.ref, 'C') ?? 0);
    expect(row?.slug).toBe('copied-2');
  });
});
