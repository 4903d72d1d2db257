import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { signIn, type Answer, type Ask } from './asking.js';
import { createWorld, wholePractice, type World } from './world.js';

const AT_ONCE = 20;

/** What goes wrong first where two things happen at once, or where something odd is sent. */
export function describeEntryRaces(database: 'sqlite' | 'postgres'): void {
  let cms: RunningCms;
  let world: World;
  let ask: Ask;
  beforeAll(async () => {
    cms = await boot({ database, listen: true });
    world = await createWorld(cms.strapi);
    ({ ask } = await signIn(cms, 'hasty'));
  });
  afterAll(async () => {
    await cms.stop();
  });

  const create = async () => {
    const made = await ask('POST', '/practices', { body: { data: wholePractice(world) } });
    return `/practices/${made.entry().documentId}`;
  };
  const atOnce = (send: (index: number) => Promise<Answer>) =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, index) => send(index)));
  const count = (answers: Answer[]) => {
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  it('lets one of twenty with the same version submit', async () => {
    const place = await create();
    const answers = await atOnce(() => ask('POST', `${place}/submit`, { body: { version: 1 } }));
    expect(count(answers)).toEqual({ 200: 1, 409: AT_ONCE - 1 });
    expect((await ask('GET', place)).entry()).toMatchObject({
      reviewState: 'submitted',
      version: 2,
    });
  });

  it('lets one of twenty with the same version save, and loses nothing unseen', async () => {
    const place = await create();
    const answers = await atOnce((index) =>
      ask('PUT', place, {
        body: { version: 1, data: { title: `Title ${index}`, cities: [world.otherCity] } },
      }),
    );
    expect(count(answers)).toEqual({ 200: 1, 409: AT_ONCE - 1 });
    const won = answers.find(({ status }) => status === 200);
    expect((await ask('GET', place)).entry()).toEqual(won?.entry());
  });

  it('creates one for one key', async () => {
    const headers = { 'idempotency-key': 'same' };
    const answers = await atOnce(() => ask('POST', '/notices', { body: { data: {} }, headers }));
    expect(count(answers)).toEqual({ 201: AT_ONCE });
    expect(new Set(answers.map((answer) => answer.entry().documentId)).size).toBe(1);
  });

  it('lets twenty at once begin as many as the fifty drafts allow', async () => {
    const { id, ask: askEagerly } = await signIn(cms, 'eager');
    for (let draft = 0; draft < 45; draft += 1) {
      const data = { reviewState: 'draft', owner: id, publishedAt: null };
      const documentId = `eager${draft}`;
      await cms.strapi.db.query(NOTICE).create({ data: { ...data, documentId } });
    }
    const answers = await atOnce(() => askEagerly('POST', '/notices', { body: { data: {} } }));
    expect(count(answers)).toEqual({ 201: 5, 429: AT_ONCE - 5 });
  });

  it.each([
    { startYear: 1e300 },
    { startYear: -1 },
    { participants: 2 ** 31 },
    { latitude: 1e300 },
    { stillAliveCheckedOn: '0000-01-01' },
    { title: 'NUL \u0000' },
    { title: 'half \ud800' },
    { title: { $ne: null } },
    { cities: { connect: [1] } },
    { cities: [1] },
    { processSteps: Array.from({ length: 21 }, () => ({ title: 'A' })) },
    { costCard: [{}] },
    { images: [{}] },
    { publishedAt: '2020-01-01' },
    { documentId: 'mine' },
    { id: 1 },
  ])('refuses %j', async (data) => {
    const refused = await ask('POST', '/practices', { body: { data } });
    expect([refused.status, refused.faults.length + Number('title' in data) > 0]).toEqual([
      400,
      true,
    ]);
  });

  it('answers 404 for ids of any kind', async () => {
    for (const id of ['0', '%00', "'", '..%2f', 'x'.repeat(3000), 'ζ']) {
      const { status } = await ask('GET', `/practices/${encodeURIComponent(id)}`);
      expect([400, 404], id).toContain(status);
    }
  });
}
