import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, GLOSSARY, NETWORK, refusedPaths, STRATEGY } from './support.js';

describe('languages', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const cities = () => documents(cms.strapi, CITY);
  const population = { value: 1000, year: 2011, source: 'Census 2011' };

  async function createCity(over: Record<string, unknown> = {}): Promise<string> {
    const data = cityData({
      population,
      traits: ['coast'],
      website: 'https://example.org',
      ...over,
    });
    const { documentId } = await cities().create({ data });
    return documentId;
  }
  const translate = (documentId: string, data: Record<string, unknown>) =>
    cities().update({ documentId, locale: 'el', data: { name: 'Πόλη', ...data } });
  const read = (documentId: string, locale: string, status: 'draft' | 'published' = 'draft') =>
    cities().findOne({ documentId, locale, status, populate: ['population', 'challenges'] });

  it('takes what is not a translation from English when a language is added', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    expect(await read(documentId, 'el')).toMatchObject({
      name: 'Πόλη',
      country: 'GR',
      traits: ['coast'],
      population,
    });
  });

  it('silently keeps the English values when the whole row comes back in another language', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    await translate(documentId, {
      name: 'Η πόλη',
      country: 'IT',
      slug: 'other',
      traits: [],
      population: { value: 5, source: 'x' },
      challenges: [],
    });
    for (const locale of ['en', 'el']) {
      expect(await read(documentId, locale)).toMatchObject({
        country: 'GR',
        traits: ['coast'],
        population,
      });
    }
    expect((await read(documentId, 'el'))?.name).toBe('Η πόλη');
  });

  it('carries a change in English over to the drafts of all languages, also back again', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    await cities().publish(documentId, { locale: '*' });
    for (const traits of [['port'], ['coast'], null]) {
      const more = { value: traits ? 7 : 8, source: 'Census' };
      await cities().update({ documentId, data: { traits, population: more } });
      expect(await read(documentId, 'el')).toMatchObject({ traits, population: more });
    }
    expect(await read(documentId, 'el', 'published')).toMatchObject({
      traits: ['coast'],
      population,
    });
  });

  it('neither publishes nor loses unpublished English values when another language moves', async () => {
    const documentId = await createCity({ slug: 'live-address' });
    await translate(documentId, {});
    await cities().publish(documentId, { locale: '*' });
    const draft = {
      slug: 'draft-address',
      traits: ['port'],
      population: { value: 7, source: 'New' },
    };
    const live = { slug: 'live-address', traits: ['coast'], population };
    await cities().update({ documentId, data: draft });
    await cities().update({ documentId, locale: 'it', data: { name: 'Città' } });
    await cities().publish(documentId, { locale: 'it' });
    await cities().publish(documentId, { locale: 'el' });
    await translate(documentId, { name: 'Αλλαγή' });
    await cities().discardDraft(documentId, { locale: 'el' });
    for (const locale of ['en', 'el', 'it']) {
      expect(await read(documentId, locale, 'published'), locale).toMatchObject(live);
      expect(await read(documentId, locale), locale).toMatchObject(draft);
    }
    await cities().publish(documentId);
    for (const locale of ['en', 'el', 'it']) {
      expect(await read(documentId, locale, 'published'), locale).toMatchObject(draft);
    }
  });

  it('goes back in all languages when the English draft is discarded', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    await cities().publish(documentId, { locale: '*' });
    await cities().update({ documentId, data: { traits: ['port'] } });
    await cities().discardDraft(documentId);
    expect(await read(documentId, 'el')).toMatchObject({ traits: ['coast'], name: 'Πόλη' });
  });

  it('keeps a translation that was never published when all drafts are discarded', async () => {
    const documentId = await createCity();
    await cities().publish(documentId);
    await translate(documentId, {});
    await cities().discardDraft(documentId, { locale: '*' });
    expect((await read(documentId, 'el'))?.name).toBe('Πόλη');
  });

  it('translates entries whose components relate to untranslated ones', async () => {
    const city = await createCity();
    const networks = documents(cms.strapi, NETWORK);
    const members = [{ city, role: 'lead' }];
    const { documentId } = await networks.create({ data: { name: 'Net', members } });
    const greek = await networks.update({ documentId, locale: 'el', data: { name: 'Δίκτυο' } });
    expect(greek.name).toBe('Δίκτυο');
    const more = [...members, { name: 'Another', role: 'member' }];
    await networks.update({ documentId, data: { members: more } });
    const row = await networks.findOne({ documentId, locale: 'el', populate: ['members'] });
    expect(row?.members).toMatchObject([{ role: 'lead' }, { name: 'Another' }]);
  });

  it('drops relations given in another language', async () => {
    const strategies = documents(cms.strapi, STRATEGY);
    const city = await createCity();
    const data = { title: 'Agenda', kind: 'urbanAgenda', adoption: 'adopted', cities: [city] };
    const { documentId } = await strategies.create({ data });
    await strategies.update({ documentId, locale: 'el', data: { title: 'Ατζέντα', cities: [] } });
    const english = await strategies.findOne({ documentId, populate: ['cities'] });
    expect(english).toMatchObject({ links: { cities: [city] }, cities: [{ documentId: city }] });
  });

  it('leaves the dates of published rows, by which the admin tells what was modified', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    await cities().publish(documentId, { locale: '*' });
    const dateOf = async (locale: string, status: 'draft' | 'published') =>
      (await read(documentId, locale, status))?.updatedAt;
    const before = [await dateOf('en', 'published'), await dateOf('el', 'published')];
    await translate(documentId, { name: 'Η πόλη' });
    expect([await dateOf('en', 'published'), await dateOf('el', 'published')]).toEqual(before);
    expect(await dateOf('el', 'draft')).not.toBe(before[1]);
  });

  it('refuses a language without an English row', async () => {
    const write = cities().create({ data: cityData(), locale: 'el' });
    expect(await refusedPaths(write)).toEqual(['locale']);
    const glossary = documents(cms.strapi, GLOSSARY).create({
      data: { concept: 'Όρος' },
      locale: 'el',
    });
    expect(await refusedPaths(glossary)).toEqual(['locale']);
  });

  it('publishes English before and unpublishes it with the other languages', async () => {
    const documentId = await createCity();
    await translate(documentId, {});
    expect(await refusedPaths(cities().publish(documentId, { locale: 'el' }))).toEqual(['locale']);
    await cities().publish(documentId, { locale: '*' });
    await cities().unpublish(documentId, { locale: 'el' });
    expect(await read(documentId, 'en', 'published')).not.toBeNull();
    await cities().publish(documentId, { locale: 'el' });
    await cities().unpublish(documentId);
    expect(await read(documentId, 'el', 'published')).toBeNull();
    await cities().delete(documentId);
    expect(await read(documentId, 'el')).toBeNull();
  });
});
