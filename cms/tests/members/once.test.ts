import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { signIn, type Ask } from './asking.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

const create = (ask: Ask, key: string, title = 'A') =>
  ask('POST', '/practices', { body: { data: { title } }, headers: { 'idempotency-key': key } });

async function total(ask: Ask): Promise<unknown> {
  return ((await ask('GET', '/practices')).body.meta as { pagination: unknown }).pagination;
}

it('does once what is sent twenty times at once, and answers all alike', async () => {
  const { ask } = await signIn(cms, 'hasty');
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(ask, 'k')));
  const ids = new Set(answers.map((answer) => `${answer.status} ${answer.entry().documentId}`));
  expect([...ids]).toEqual([expect.stringMatching(/^201 /)]);
  expect(await total(ask)).toMatchObject({ total: 1 });
  expect((await create(ask, 'k')).body).toEqual(answers[0]?.body);
});

it('refuses a key for another request, and knows members apart', async () => {
  const { ask } = await signIn(cms, 'one');
  const { ask: other } = await signIn(cms, 'two');
  expect((await create(ask, 'k')).status).toBe(201);
  expect((await create(ask, 'k', 'B')).status).toBe(422);
  expect((await create(other, 'k', 'B')).status).toBe(201);
  expect((await create(ask, 'x'.repeat(201))).status).toBe(400);
});

it('forgets what was refused, and what is a day old', async () => {
  const { ask } = await signIn(cms, 'again');
  const bad = { body: { data: { title: 7 } }, headers: { 'idempotency-key': 'k' } };
  expect((await ask('POST', '/practices', bad)).status).toBe(400);
  expect((await create(ask, 'k')).status).toBe(201);
  await cms.strapi.db.query('api::idempotency-key.idempotency-key').updateMany({
    where: { key: { $endsWith: ':k' } },
    data: { at: new Date(Date.now() - 25 * 60 * 60 * 1000) },
  });
  expect((await create(ask, 'k', 'B')).status).toBe(201);
});

it('bears fifty drafts of one member', async () => {
  const { id, ask } = await signIn(cms, 'diligent');
  for (let draft = 0; draft < 49; draft += 1) {
    const data = {
      documentId: `draft${draft}`,
      reviewState: 'draft',
      owner: id,
      publishedAt: null,
    };
    await cms.strapi.db.query(NOTICE).create({ data });
  }
  expect((await create(ask, 'fiftieth')).status).toBe(201);
  const refused = await create(ask, 'one-more');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
});

it('bears sixty entries that one member begins within an hour', async () => {
  const { beginWithinQuota } = compiled('members/entry-quota');
  const headers = new Map<string, string>();
  const begin = () =>
    beginWithinQuota(cms.strapi, headers, { id: 4000 }, () => Promise.resolve('begun'));
  for (let round = 0; round < 60; round += 1) await begin();
  await expect(begin()).rejects.toThrow('60 entries within an hour');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(3000);
});
