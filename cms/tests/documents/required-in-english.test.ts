import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { cityData, CITY, documents, GLOSSARY, refusedPaths, RESOURCE } from './support.js';

describe('required in English', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const cities = () => documents(cms.strapi, CITY);
  const bare = { kind: 'municipality', country: 'GR' };

  it('lets a draft be incomplete and names everything that is missing at publish', async () => {
    const { documentId } = await cities().create({ data: bare });
    expect(await refusedPaths(cities().publish(documentId))).toEqual(['name', 'summary']);
    await cities().update({ documentId, data: { name: 'Drama', summary: '   ' } });
    expect(await refusedPaths(cities().publish(documentId))).toEqual(['summary']);
    await cities().update({ documentId, data: { summary: 'A city.' } });
    await cities().publish(documentId);
    expect(await cities().findOne({ documentId, status: 'published' })).not.toBeNull();
  });

  it('holds for a save that publishes at once, and leaves nothing behind', async () => {
    const before = await cms.strapi.db.query(CITY).count();
    const write = cities().create({ data: bare, status: 'published' });
    expect(await refusedPaths(write)).toEqual(['name', 'summary']);
    expect(await cms.strapi.db.query(CITY).count()).toBe(before);
    const { documentId } = await cities().create({ data: cityData() });
    const update = cities().update({ documentId, data: { summary: '' }, status: 'published' });
    expect(await refusedPaths(update)).toEqual(['summary']);
    await cities().update({
      documentId,
      data: { website: 'https://a.example' },
      status: 'published',
    });
  });

  it('asks of another language nothing but what it has', async () => {
    const { documentId } = await cities().create({ data: cityData(), status: 'published' });
    await cities().update({ documentId, locale: 'el', data: { name: 'Πόλη' } });
    await cities().publish(documentId, { locale: 'el' });
    const greek = await cities().findOne({ documentId, locale: 'el', status: 'published' });
    expect(greek).toMatchObject({ name: 'Πόλη', summary: null });
  });

  it('wants words and a maker for an image', async () => {
    const row: unknown = await cms.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.png',
        hash: 'a_1',
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: '/uploads/a_1.png',
        provider: 'local',
      },
    });
    const image = z.object({ id: z.number() }).parse(row).id;
    const { documentId } = await cities().create({ data: cityData({ image }) });
    expect(await refusedPaths(cities().publish(documentId))).toEqual(['imageAlt', 'imageCredit']);
    await cities().update({ documentId, data: { imageAlt: 'A square.', imageCredit: 'Somebody' } });
    await cities().publish(documentId);
  });

  it('holds at every save of a type without drafts', async () => {
    const resources = documents(cms.strapi, RESOURCE);
    const book = { title: 'A book', kind: 'book' };
    expect(await refusedPaths(resources.create({ data: book }))).toEqual(['url']);
    const { documentId } = await resources.create({ data: { ...book, url: 'https://a.example' } });
    expect(await refusedPaths(resources.update({ documentId, data: { url: null } }))).toEqual([
      'url',
    ]);
    await resources.update({ documentId, data: { year: 2014 } });
    const term = documents(cms.strapi, GLOSSARY).create({ data: { concept: 'Agenda' } });
    expect(await refusedPaths(term)).toEqual(['definition']);
  });
});
