/** The publisher is killed at any moment; readers have one whole release throughout. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PublisherProcess } from './publisher-process.ts';

const kills = 20;
/** Within this time after its start a publisher does all it ever does. */
const spanMs = 2_500;

let publisher: PublisherProcess;

beforeAll(async () => {
  publisher = await PublisherProcess.create();
});

afterAll(async () => {
  await publisher.stop();
});

test('readers have a whole release whenever it is killed, and the next start heals', async () => {
  let random = 20_261_123;
  let title = '';
  for (let each = 1; each <= kills; each += 1) {
    title = publisher.retitle();
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    await wait(random % spanMs);
    await publisher.kill();
    expect(publisher.faultsOfLive(), `after kill ${each}`).toEqual([]);
    publisher.start();
  }
  await expectHealed(title);
}, 240_000);

/** The steps of a publish, each by the call after which it ends there. */
const steps = [
  ['a page is written beside the one before', 'writeFileSync young-first\\.html\\.part$'],
  ['the finished folder has another name', 'rename \\.staging-\\d{8}T'],
  ['there is a manifest without its folder', 'renameSync Z-[0-9a-f]{8}\\.json$'],
  ['the release is there and not live', 'renameSync /\\d{8}T[^/.]*$'],
  ['the link is made beside the one in use', 'symlinkSync \\.current-'],
  ['the release is live', 'renameSync /current$'],
  ['the CMS is told', 'fetch /changes/done$'],
  ['the folder for a next release is half linked', 'linkSync \\.staging-.*practices\\.html$'],
  ['open data is half written', 'writeFileSync later/data/data/practices\\.json$'],
  ['the terms of the search are written', 'writeFileSync pagefind/terms\\.json$'],
  ['an old release has lost its manifest', 'rmSync Z-[0-9a-f]{8}\\.json$'],
] as const;

test('readers have a whole release at each step of a publish', async () => {
  await publisher.kill();
  let title = '';
  for (const [step, killAt] of steps) {
    title = publisher.retitle();
    publisher.start({ killAt });
    expect(await publisher.untilEnded(), step).toBe('SIGKILL');
    expect(publisher.faultsOfLive(), step).toEqual([]);
  }
  publisher.start();
  await expectHealed(title);
}, 240_000);

async function expectHealed(title: string): Promise<void> {
  await publisher.untilLive();
  expect(publisher.read('practices/young-first.html')).toContain(title);
  expect(publisher.faultsOfKept()).toEqual([]);
  expect(publisher.leftovers()).toEqual([]);
}
