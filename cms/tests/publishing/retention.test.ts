import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';

const { removeReleased } = compiled('publishing/outbox');

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot();
});
afterAll(async () => {
  await cms.stop();
});

it('forgets old changes that a release holds, and none that waits', async () => {
  const outbox = cms.strapi.db.query('api::outbox.outbox');
  const row = (at: string, release: string | null) => ({
    at: new Date(at),
    release,
    type: 'city',
    change: 'publish',
    by: 'system',
    title: `${at} ${release}`,
  });
  await outbox.createMany({
    data: [
      row('2026-01-01', 'one'),
      row('2026-01-01', null),
      row('2026-06-01', 'two'),
      row('2026-06-01', null),
    ],
  });
  await removeReleased(cms.strapi, new Date('2026-03-01'));
  const left = z.array(z.object({ title: z.string() })).parse(await outbox.findMany());
  expect(left.map(({ title }) => title)).toEqual([
    '2026-01-01 null',
    '2026-06-01 two',
    '2026-06-01 null',
  ]);
});
