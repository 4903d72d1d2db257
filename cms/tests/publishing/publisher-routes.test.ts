import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityData, CITY, documents } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signInAs } from '../support/admin-user.js';
import { askAsPublisher, changesSchema } from '../support/publisher.js';
import { rowsAddedBy } from './outbox-reading.js';

const CHANGES = '/api/publishing/changes';
const DONE = '/api/publishing/changes/done';

const dataDir = mkdtempSync(path.join(tmpdir(), 'see-publisher-routes-'));
let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true, dataDir });
});
afterAll(async () => {
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function publishCity(): Promise<string> {
  const cities = documents(cms.strapi, CITY);
  const { documentId } = await cities.create({ locale: 'en', data: cityData() });
  await cities.publish(documentId, { locale: 'en' });
  return documentId;
}

async function waiting() {
  const { status, body } = await askAsPublisher(cms, 'GET', CHANGES);
  expect(status).toBe(200);
  return changesSchema.parse(body.data);
}

describe('who may ask', () => {
  const release = { sequences: [], release: 'r1', at: '2026-01-01T00:00:00Z' };

  it('is the publisher', async () => {
    expect((await askAsPublisher(cms, 'GET', CHANGES)).status).toBe(200);
    expect((await askAsPublisher(cms, 'POST', DONE, release)).status).toBe(204);
  });

  it('is nobody without a signature, or with one of another secret, time, path or body', async () => {
    const status = async (...given: Parameters<typeof askAsPublisher>) =>
      (await askAsPublisher(...given)).status;
    expect((await fetch(cms.url + CHANGES)).status).toBe(403);
    expect(await status(cms, 'GET', CHANGES, undefined, { secret: 'x'.repeat(64) })).toBe(403);
    for (const minutes of [-6, 6]) {
      const timestamp = String(Date.now() + minutes * 60_000);
      expect(await status(cms, 'GET', CHANGES, undefined, { timestamp })).toBe(403);
    }
    expect(await status(cms, 'GET', CHANGES, undefined, { timestamp: 'now' })).toBe(403);
    const rawBody = JSON.stringify({ ...release, release: 'r2' });
    expect(await status(cms, 'POST', DONE, release, { rawBody })).toBe(403);
  });

  it('finds nothing where no secret is set', async () => {
    await cms.stop();
    const withSecret = cms.env;
    cms = await boot({
      listen: true,
      dataDir,
      env: { ...withSecret, SEE_PUBLISH_SECRET: undefined },
    });
    expect((await askAsPublisher(cms, 'GET', CHANGES, undefined, { secret: '' })).status).toBe(404);
    await cms.stop();
    cms = await boot({ listen: true, dataDir, env: withSecret });
  });
});

it('tells what no release holds yet, oldest first, until it is marked', async () => {
  const first = await publishCity();
  const second = await publishCity();
  const listed = await waiting();
  expect(listed.map(({ documentId }) => documentId)).toEqual([first, second]);
  expect(listed[0]).toMatchObject({ type: 'city', locale: 'en', change: 'publish' });

  const sequences = listed.slice(0, 1).map(({ sequence }) => sequence);
  const at = new Date().toISOString();
  await askAsPublisher(cms, 'POST', DONE, { sequences, release: 'one', at });
  expect((await waiting()).map(({ documentId }) => documentId)).toEqual([second]);

  await askAsPublisher(cms, 'POST', DONE, { sequences, release: 'two', at });
  const row: unknown = await cms.strapi.db
    .query('api::outbox.outbox')
    .findOne({ where: { id: sequences[0] } });
  expect(row).toMatchObject({ release: 'one' });
});

it('refuses marks in another shape', async () => {
  const bad = { sequences: ['all'], release: '', at: 'yesterday' };
  expect((await askAsPublisher(cms, 'POST', DONE, bad)).status).toBe(400);
  expect((await askAsPublisher(cms, 'POST', DONE, [])).status).toBe(400);
});

it('tells at most a thousand, and that there are more', async () => {
  const outbox = cms.strapi.db.query('api::outbox.outbox');
  const data = { type: 'city', change: 'publish', by: 'system', documentId: 'x', at: new Date() };
  await outbox.createMany({ data: Array.from({ length: 1001 }, () => data) });
  const { body } = await askAsPublisher(cms, 'GET', CHANGES);
  expect(changesSchema.parse(body.data)).toHaveLength(1000);
  expect(body.meta).toEqual({ more: true });
  await outbox.deleteMany({});
});

it('keeps its epoch over starts, and makes another one after a restore', async () => {
  const epoch = async () => (await askAsPublisher(cms, 'GET', CHANGES)).body.epoch;
  const first = await epoch();
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  await cms.stop();
  cms = await boot({ listen: true, dataDir, env: cms.env });
  expect(await epoch()).toBe(first);
  await cms.strapi.store.delete({ type: 'core', name: 'publishing', key: 'epoch' });
  expect(await epoch()).not.toBe(first);
});

it('names the editor who published, never by an address', async () => {
  const token = await signInAs(cms.strapi, cms.url, 'strapi-editor');
  const news = await documents(cms.strapi, 'api::news-item.news-item').create({
    locale: 'en',
    data: { title: 'By an editor', date: '2026-01-01', summary: 'What happened.' },
  });
  const place = `content-manager/collection-types/api::news-item.news-item/${news.documentId}`;
  const rows = await rowsAddedBy(cms.strapi, async () => {
    const answer = await fetch(`${cms.url}/${place}/actions/publish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: 'By an editor',
        date: '2026-01-01',
        summary: 'What happened.',
      }),
    });
    expect(await answer.json()).toMatchObject({ data: { title: 'By an editor' } });
  });
  expect(rows).toMatchObject([{ title: 'By an editor', by: 'strapi-editor Test' }]);
});
