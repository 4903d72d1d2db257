import { afterEach, expect, it } from 'vitest';
import { cityData, CITY, documents } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { startFakePublisher, type FakePublisher } from '../support/publisher.js';

const SECRET = 'a-word-between-the-cms-and-the-publisher-0123456789';

let cms: RunningCms;
let publisher: FakePublisher;
afterEach(async () => {
  await cms.stop();
  await publisher.stop();
});

async function start(answer?: Parameters<typeof startFakePublisher>[1]): Promise<void> {
  publisher = await startFakePublisher(SECRET, answer);
  const env = { PUBLISHER_URL: publisher.url, SEE_PUBLISH_SECRET: SECRET };
  cms = await boot({ env });
}

async function publishCity(): Promise<void> {
  const cities = documents(cms.strapi, CITY);
  const { documentId } = await cities.create({ locale: 'en', data: cityData() });
  await cities.publish(documentId, { locale: 'en' });
}

it('tells the publisher of a publish once it has committed, signed, and of nothing else', async () => {
  await start();
  await documents(cms.strapi, CITY).create({ locale: 'en', data: cityData() });
  const takenBack = cms.strapi.db.transaction(async () => {
    await publishCity();
    throw new Error('Taken back.');
  });
  await expect(takenBack).rejects.toThrow('Taken back.');
  await publishCity();
  await publisher.received(1);
  expect(publisher.notices).toEqual([{ path: '/publish', body: '{"hint":true}', isSigned: true }]);
});

it('publishes as ever while the publisher fails or is away', async () => {
  await start(() => ({ status: 500 }));
  await publishCity();
  await publisher.received(1);
  await publisher.stop();
  await publishCity();
  expect(await cms.strapi.db.query('api::outbox.outbox').count()).toBe(2);
});
