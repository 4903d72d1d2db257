import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cityData, CITY, documents, PRACTICE, refusedPaths } from '../documents/support.js';
import { brief, rowsAddedBy } from '../publishing/outbox-reading.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';

const HOUR_MS = 60 * 60 * 1000;
const PROBLEM = 'api::schedule-problem.schedule-problem';

const rowsSchema = z.array(
  z.object({
    locale: z.string().nullable(),
    publishedAt: z.unknown(),
    updatedAt: z.coerce.date(),
    goLiveAt: z.unknown(),
    takeDownAt: z.unknown(),
  }),
);

function fromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toISOString();
}

export function describeSchedule(database: 'sqlite' | 'postgres'): void {
  const { runSchedule } = compiled('schedule/run-schedule');
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot({ database });
  });
  afterAll(async () => {
    await cms.stop();
  });

  const cities = () => documents(cms.strapi, CITY);
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

  async function city(over: Record<string, unknown>): Promise<string> {
    return (await cities().create({ locale: 'en', data: cityData(over) })).documentId;
  }

  async function rows(documentId: string) {
    const found: unknown = await cms.strapi.db.query(CITY).findMany({ where: { documentId } });
    return rowsSchema.parse(found);
  }

  async function liveLocales(documentId: string): Promise<(string | null)[]> {
    const live = (await rows(documentId)).filter(({ publishedAt }) => publishedAt !== null);
    return live.map(({ locale }) => locale).sort();
  }

  describe('a time to go live', () => {
    it('publishes all languages when it comes, once, and leaves nothing modified', async () => {
      const documentId = await city({ goLiveAt: fromNow(1) });
      const data = { name: 'Πόλη', summary: 'Μια πόλη.' };
      await cities().update({ documentId, locale: 'el', data });
      await runSchedule(cms.strapi);
      expect(await liveLocales(documentId)).toEqual([]);
      const changes = await rowsAddedBy(cms.strapi, async () => {
        await runSchedule(cms.strapi, inHours(2));
        await runSchedule(cms.strapi, inHours(2));
      });
      expect(brief(changes)).toEqual([['publish', 'city', null]]);
      expect(await liveLocales(documentId)).toEqual(['el', 'en']);
      const after = await rows(documentId);
      expect(after.map(({ goLiveAt }) => goLiveAt)).toEqual([null, null, null, null]);
      const times = (locale: string) =>
        new Set(after.filter((row) => row.locale === locale).map((row) => +row.updatedAt));
      expect(times('en').size).toBe(1);
    });

    it('is not undone or doubled by two instances', async () => {
      const documentId = await city({ goLiveAt: fromNow(1) });
      const changes = await rowsAddedBy(cms.strapi, () =>
        Promise.all([runSchedule(cms.strapi, inHours(2)), runSchedule(cms.strapi, inHours(2))]),
      );
      expect(brief(changes)).toEqual([['publish', 'city', null]]);
      expect(await liveLocales(documentId)).toEqual(['en']);
    });

    it('keeps the entry from being published by hand before, and by a copy', async () => {
      const documentId = await city({ goLiveAt: fromNow(1) });
      const publish = cities().publish(documentId, { locale: 'en' });
      expect(await refusedPaths(publish)).toEqual(['goLiveAt']);
      const copy = await cities().clone(documentId);
      expect((await rows(copy.documentId)).map(({ goLiveAt }) => goLiveAt)).toEqual([null]);
      await cities().update({ documentId, locale: 'en', data: { goLiveAt: null } });
      await cities().publish(documentId, { locale: 'en' });
      expect(await liveLocales(documentId)).toEqual(['en']);
    });
  });

  describe('a time to be taken down', () => {
    it('takes down all languages when it comes', async () => {
      const documentId = await city({ takeDownAt: fromNow(1) });
      await cities().publish(documentId, { locale: 'en' });
      await runSchedule(cms.strapi);
      expect(await liveLocales(documentId)).toEqual(['en']);
      const changes = await rowsAddedBy(cms.strapi, () => runSchedule(cms.strapi, inHours(2)));
      expect(brief(changes)).toEqual([['unpublish', 'city', null]]);
      expect((await rows(documentId)).map(({ takeDownAt }) => takeDownAt)).toEqual([null]);
    });

    it('counts when both times passed unseen, and publishes nothing', async () => {
      const documentId = await city({ goLiveAt: fromNow(1), takeDownAt: fromNow(2) });
      const changes = await rowsAddedBy(cms.strapi, () => runSchedule(cms.strapi, inHours(3)));
      expect(changes).toEqual([]);
      expect(await liveLocales(documentId)).toEqual([]);
    });

    it('must come after the time to go live, and not lie in the past', async () => {
      const backwards = city({ goLiveAt: fromNow(2), takeDownAt: fromNow(1) });
      expect(await refusedPaths(backwards)).toEqual(['takeDownAt']);
      const documentId = await city({ takeDownAt: fromNow(-1) });
      const publish = cities().publish(documentId, { locale: 'en' });
      expect(await refusedPaths(publish)).toEqual(['takeDownAt']);
    });
  });

  it('notes an entry that cannot be published, goes on with others, and waits for a save', async () => {
    const practices = documents(cms.strapi, PRACTICE);
    const goLiveAt = fromNow(1);
    const { documentId } = await practices.create({ data: { title: 'Incomplete', goLiveAt } });
    const other = await city({ goLiveAt });
    const problems = () => cms.strapi.db.query(PROBLEM).findMany({ where: { documentId } });

    await runSchedule(cms.strapi, inHours(2));
    expect(await problems()).toMatchObject([{ type: 'practice', change: 'publish' }]);
    expect(await liveLocales(other)).toEqual(['en']);
    const [noted] = z.array(z.object({ id: z.number() })).parse(await problems());
    await runSchedule(cms.strapi, inHours(2));
    expect(await problems()).toMatchObject([{ id: noted?.id }]);

    const rest = { oneLine: 'Done.', originalLanguage: 'en', form: 'short', lifecycle: 'running' };
    await practices.update({ documentId, data: rest });
    expect(await problems()).toEqual([]);
    await runSchedule(cms.strapi, inHours(2));
    expect(await practices.findOne({ documentId, status: 'published' })).not.toBeNull();
  });
}
