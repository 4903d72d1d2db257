import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { PRACTICE } from '../documents/support.js';
import { signIn, type Ask } from './asking.js';
import { createWorld, wholeAdaptation, wholeNotice, wholePractice, type World } from './world.js';

let cms: RunningCms;
let world: World;
let ask: Ask;
let other: Ask;
beforeAll(async () => {
  cms = await boot({ listen: true });
  world = await createWorld(cms.strapi);
  ({ ask } = await signIn(cms, 'writer'));
  ({ ask: other } = await signIn(cms, 'reader'));
});
afterAll(async () => {
  await cms.stop();
});

const TYPES = [
  { plural: 'practices', whole: wholePractice },
  { plural: 'adaptations', whole: wholeAdaptation },
  { plural: 'notices', whole: wholeNotice },
];

async function create(data: Record<string, unknown> = {}, plural = 'practices') {
  const answer = await ask('POST', `/${plural}`, { body: { data } });
  expect(answer.status).toBe(201);
  return answer.entry();
}

const accept = (documentId: string) =>
  compiled('moderation/change-state').changeState(cms.strapi, {
    uid: PRACTICE,
    documentId,
    action: 'accept',
    by: { kind: 'editor', name: 'Elena Test' },
  });

describe.each(TYPES)('of $plural', ({ plural, whole }) => {
  it('answers what was written, field by field, in one and in the list', async () => {
    const data = whole(world);
    const entry = await create(data, plural);
    expect(entry).toMatchObject(data);
    expect(entry).toMatchObject({ version: 1, reviewState: 'draft', live: null, missing: [] });
    expect(entry).not.toHaveProperty('owner');
    const list = await ask('GET', `/${plural}`);
    const { history, ...listed } = entry;
    expect(history).toEqual([]);
    expect(list.body.data).toEqual([listed]);
    expect(list.body.meta).toEqual({
      pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 },
    });
  });

  it('names what an empty draft lacks, and refuses to submit it for exactly that', async () => {
    const { documentId, version, missing } = await create({}, plural);
    const refused = await ask('POST', `/${plural}/${documentId}/submit`, { body: { version } });
    expect(refused.status).toBe(400);
    expect(missing.length).toBeGreaterThan(3);
    expect(refused.faults).toEqual(missing.map((path) => path.join('.')));
  });

  it('takes a whole one, and holds it until it is withdrawn', async () => {
    const path = `/${plural}/${(await create(whole(world), plural)).documentId}`;
    const sent = await ask('POST', `${path}/submit`, { body: { version: 1 } });
    expect(sent.entry()).toMatchObject({ reviewState: 'submitted', version: 2, may: ['withdraw'] });
    expect((await ask('PUT', path, { body: { version: 2, data: {} } })).status).toBe(409);
    expect((await ask('DELETE', path)).status).toBe(409);
    const back = await ask('POST', `${path}/withdraw`, { body: { version: 2 } });
    expect(back.entry()).toMatchObject({ reviewState: 'draft', version: 3 });
    expect(back.body.data).toMatchObject({
      history: [
        { action: 'submit', from: 'draft', to: 'submitted', by: 'member' },
        { action: 'withdraw', from: 'submitted', to: 'draft', by: 'member' },
      ],
    });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('GET', path)).status).toBe(404);
  });
});

it('has no page to show where no publisher runs', async () => {
  const { documentId } = await create();
  const answer = await ask('GET', `/practices/${documentId}/preview`);
  expect([answer.status, answer.body.data]).toEqual([200, { url: null }]);
});

it('leaves absent keys, empties with null, and refuses what is stale with the version', async () => {
  const { documentId } = await create(wholePractice(world));
  const path = `/practices/${documentId}`;
  const data = { results: null, cities: [world.otherCity, world.city], costCard: null };
  const changed = await ask('PUT', path, { body: { version: 1, data } });
  expect(changed.entry()).toMatchObject({ ...wholePractice(world), ...data, version: 2 });
  expect(changed.entry().missing).toEqual([['costCard', 'costBand'], ['results']]);
  const stale = await ask('PUT', path, { body: { version: 1, data: { title: 'Late' } } });
  expect([stale.status, stale.body.error?.details?.version]).toEqual([409, 2]);
  const empty = await ask('PUT', path, { body: { version: 2, data: { cities: null } } });
  expect(empty.entry()).toMatchObject({ cities: [], version: 3 });
});

it('tells every fault at once, each at its place', async () => {
  const data = {
    title: 'x'.repeat(101),
    oneLine: 7,
    startYear: 2019.5,
    latitude: 91,
    lifecycle: 'sleeping',
    groupsReached: ['roma', 'roma'],
    contactable: 'yes',
    stillAliveCheckedOn: '2026-02-30',
    cities: [world.city, world.hiddenCity, 'SEE-C-999', 'Tirana'],
    challenges: Array.from({ length: 4 }, () => world.challenge),
    project: world.city,
    costCard: { costBand: 'lots', staffDays: -1, id: 3 },
    processSteps: [{ title: 'A', methodology: world.city }, 'walk'],
    images: [{ id: 'other', alt: 'x' }],
    reviewState: 'accepted',
    owner: 1,
    slug: 'mine',
    evidence: 'a',
  };
  const refused = await ask('POST', '/practices', { body: { data } });
  expect(refused.status).toBe(400);
  expect([...refused.faults].sort()).toEqual(
    [
      'title',
      'oneLine',
      'startYear',
      'latitude',
      'lifecycle',
      'groupsReached',
      'contactable',
      'stillAliveCheckedOn',
      'cities.1',
      'cities.2',
      'cities.3',
      'challenges',
      'project',
      'costCard.costBand',
      'costCard.staffDays',
      'costCard.id',
      'processSteps.0.methodology',
      'processSteps.1',
      'images.0.id',
      'reviewState',
      'owner',
      'slug',
    ].sort(),
  );
});

it('asks more of the full form, and everything of a part that was begun', async () => {
  const data = {
    ...wholePractice(world),
    form: 'full',
    endYear: 2018,
    processSteps: [{ title: 'Walk', methodology: world.methodology }, { weeks: 2 }],
  };
  const entry = await create(data);
  expect(entry).toMatchObject({
    processSteps: [{ title: 'Walk', methodology: world.methodology }, { weeks: 2 }],
  });
  expect(entry.missing).toEqual([['processSteps', 1, 'title'], ['wentWrong'], ['endYear']]);
});

it('takes one of two, and only days to come', async () => {
  const both = { ...wholeAdaptation(world), practice: world.practice };
  expect((await create(both, 'adaptations')).missing).toEqual([['methodology']]);
  const late = { ...wholeNotice(world), expiresOn: '2020-01-01' };
  expect((await create(late, 'notices')).missing).toEqual([['expiresOn']]);
});

it('edits what is accepted beside its live version, and goes back to that', async () => {
  const { documentId } = await create(wholePractice(world));
  const path = `/practices/${documentId}`;
  await ask('POST', `${path}/submit`, { body: { version: 1 } });
  await accept(documentId);
  const live = (await ask('GET', path)).entry();
  expect(live.live?.url).toMatch(/\/practices\/a-market-that-stays/);
  const edit = await ask('PUT', path, { body: { version: 3, data: { title: 'A new title' } } });
  expect(edit.entry()).toMatchObject({ reviewState: 'draft', title: 'A new title', version: 4 });
  expect(edit.entry().live).toEqual(live.live);
  const gone = await ask('DELETE', path);
  expect(gone.entry()).toMatchObject({
    reviewState: 'accepted',
    title: 'A market that stays',
    cities: [world.city],
  });
});

it('copies what was declined into a draft', async () => {
  const { documentId } = await create(wholePractice(world));
  const path = `/practices/${documentId}`;
  await ask('POST', `${path}/submit`, { body: { version: 1 } });
  await compiled('moderation/change-state').changeState(cms.strapi, {
    uid: PRACTICE,
    documentId,
    action: 'decline',
    by: { kind: 'editor', name: 'Elena Test' },
    message: 'This is an advertisement.',
  });
  const declined = (await ask('GET', path)).entry();
  expect(declined).toMatchObject({ message: 'This is an advertisement.', may: ['copy'] });
  const copied = await ask('POST', `${path}/copy`, { body: { version: declined.version } });
  expect(copied.status).toBe(201);
  expect(copied.entry()).toMatchObject({
    ...wholePractice(world),
    reviewState: 'draft',
    version: 1,
    message: null,
  });
  expect(copied.entry().documentId).not.toBe(documentId);
});

it('answers others as if there were nothing', async () => {
  const { documentId } = await create(wholePractice(world));
  for (const [method, path] of [
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/submit'],
    ['POST', '/withdraw'],
    ['POST', '/reopen'],
    ['POST', '/copy'],
  ] as const) {
    const body = method === 'GET' ? undefined : { version: 1, data: {} };
    const theirs = await other(method, `/practices/${documentId}${path}`, { body });
    const nothing = await other(method, `/practices/nothing${path}`, { body });
    expect([theirs.status, theirs.body]).toEqual([404, nothing.body]);
  }
});

it('refuses a list or a body of another form', async () => {
  for (const query of ['?pagination[page]=0', '?pagination[pageSize]=101', '?filters[owner]=1']) {
    expect((await ask('GET', `/practices${query}`)).status, query).toBe(400);
  }
  for (const body of [{}, [], { data: [] }, { data: null }, { data: {}, version: 1 }]) {
    expect((await ask('POST', '/practices', { body })).status, JSON.stringify(body)).toBe(400);
  }
});
