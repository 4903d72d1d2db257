import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cityData, CITY, documents, ORGANISATION, PRACTICE } from '../documents/support.js';
import { createFile } from '../graphql/sample.js';
import { boot, type RunningCms } from '../support/boot.js';
import { brief, rowsAddedBy } from './outbox-reading.js';

interface FileService {
  updateFileInfo(id: number, values: object): Promise<unknown>;
  remove(file: object): Promise<unknown>;
}

export function describeOutbox(database: 'sqlite' | 'postgres'): void {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot({ database });
  });
  afterAll(async () => {
    await cms.stop();
  });

  const cities = () => documents(cms.strapi, CITY);
  const added = (work: () => Promise<unknown>) => rowsAddedBy(cms.strapi, work);

  async function publishedCity(over: Record<string, unknown> = {}): Promise<string> {
    const { documentId } = await cities().create({ locale: 'en', data: cityData(over) });
    await cities().publish(documentId, { locale: 'en' });
    return documentId;
  }

  async function translate(documentId: string, locale: string): Promise<void> {
    const data = { name: 'Πόλη', summary: 'Μια πόλη.' };
    await cities().update({ documentId, locale, data });
    await cities().publish(documentId, { locale });
  }

  describe('documents', () => {
    it('leave nothing while they are drafts', async () => {
      const rows = await added(async () => {
        const { documentId } = await cities().create({ locale: 'en', data: cityData() });
        await cities().update({ documentId, locale: 'en', data: { summary: 'Another.' } });
        await cities().update({ documentId, locale: 'el', data: { name: 'Πόλη' } });
        await cities().clone(documentId);
        await cities().unpublish(documentId, { locale: '*' });
        await cities().delete(documentId, { locale: '*' });
        await cities().publish('nobody', { locale: 'en' });
      });
      expect(rows).toEqual([]);
    });

    it('leave one row when they are published, by the name that editors see', async () => {
      const { documentId, ref } = await cities().create({
        locale: 'en',
        data: cityData({ name: 'Drama' }),
      });
      const rows = await added(() => cities().publish(documentId, { locale: 'en' }));
      expect(rows).toMatchObject([
        { change: 'publish', type: 'city', documentId, locale: 'en', title: 'Drama', ref },
      ]);
      expect(rows[0]).toMatchObject({ by: 'system', release: null });
    });

    it('leave one row for a save that publishes at once', async () => {
      const data = cityData();
      const rows = await added(() => cities().create({ locale: 'en', status: 'published', data }));
      expect(brief(rows)).toEqual([['publish', 'city', 'en']]);
    });

    it('leave one row for a draft that changes what is live only when it is published', async () => {
      const documentId = await publishedCity();
      expect(
        await added(async () => {
          await cities().update({ documentId, locale: 'en', data: { summary: 'Another.' } });
          await cities().discardDraft(documentId, { locale: 'en' });
        }),
      ).toEqual([]);
    });

    it('name the language when one was published or unpublished, and none for several', async () => {
      const documentId = await publishedCity();
      expect(brief(await added(() => translate(documentId, 'el')))).toEqual([
        ['publish', 'city', 'el'],
      ]);
      const both = { locale: ['en', 'el'] };
      expect(brief(await added(() => cities().publish(documentId, both)))).toEqual([
        ['publish', 'city', null],
      ]);
      expect(brief(await added(() => cities().unpublish(documentId, { locale: 'el' })))).toEqual([
        ['unpublish', 'city', 'el'],
      ]);
    });

    it('leave with all their languages when English leaves', async () => {
      const documentId = await publishedCity({ name: 'Kavala' });
      await translate(documentId, 'el');
      const unpublished = await added(() => cities().unpublish(documentId, { locale: 'en' }));
      expect(unpublished).toMatchObject([{ change: 'unpublish', locale: null, title: 'Kavala' }]);
      await cities().publish(documentId, { locale: '*' });
      const removed = await added(() => cities().delete(documentId, { locale: 'en' }));
      expect(removed).toMatchObject([{ change: 'delete', locale: null, title: 'Kavala' }]);
    });

    it('leave a row for each save of a type without drafts', async () => {
      const organisations = documents(cms.strapi, ORGANISATION);
      let documentId = '';
      const rows = await added(async () => {
        const data = { name: 'Anatoliki', actorType: 'ngo', country: 'GR' };
        ({ documentId } = await organisations.create({ data }));
        await organisations.update({ documentId, data: { name: 'Anatoliki SA' } });
        await organisations.delete(documentId);
      });
      expect(brief(rows)).toEqual([
        ['publish', 'organisation', null],
        ['publish', 'organisation', null],
        ['delete', 'organisation', null],
      ]);
    });

    it('leave nothing when the write is taken back', async () => {
      const { documentId } = await cities().create({ locale: 'en', data: cityData() });
      const rows = await added(async () => {
        const write = cms.strapi.db.transaction(async () => {
          await cities().publish(documentId, { locale: 'en' });
          throw new Error('Taken back.');
        });
        await expect(write).rejects.toThrow('Taken back.');
      });
      expect(rows).toEqual([]);
      expect(await cities().findOne({ documentId, status: 'published' })).toBeNull();
    });
  });

  describe('files of the library', () => {
    const library = (): FileService => cms.strapi.plugin('upload').service('upload');

    it('leave a row for each published document that shows them', async () => {
      const file = await createFile(cms.strapi);
      const shown = await publishedCity({ image: file, imageAlt: 'A', imageCredit: 'B' });
      const draft = { image: file, imageAlt: 'A', imageCredit: 'B' };
      await cities().create({ locale: 'en', data: cityData(draft) });
      const practices = documents(cms.strapi, PRACTICE);
      const { documentId: practice } = await practices.create({
        data: practiceWith(file, shown),
      });
      await practices.publish(practice);

      const replaced = await added(() => library().updateFileInfo(file, { name: 'other.png' }));
      expect(replaced.map(({ change, documentId }) => [change, documentId])).toEqual([
        ['media', shown],
        ['media', practice],
      ]);
      const row: unknown = await cms.strapi.db
        .query('plugin::upload.file')
        .findOne({ where: { id: file } });
      const removed = await added(() =>
        library().remove({ ...z.looseObject({}).parse(row), provider: 'elsewhere' }),
      );
      expect(removed.map(({ documentId }) => documentId)).toEqual([shown, practice]);
    });

    it('leave nothing when nobody shows them', async () => {
      const file = await createFile(cms.strapi);
      expect(await added(() => library().updateFileInfo(file, { name: 'other.png' }))).toEqual([]);
    });
  });
}

function practiceWith(file: number, city: string): Record<string, unknown> {
  return {
    title: 'A square for all',
    oneLine: 'A square was made.',
    originalLanguage: 'en',
    form: 'short',
    lifecycle: 'running',
    images: [{ file, alt: 'A square', credit: 'Nobody', consent: true }],
    cities: [city],
  };
}
