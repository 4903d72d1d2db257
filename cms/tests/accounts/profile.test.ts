import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';
import { CITY, documents } from '../documents/support.js';

const ACCOUNT = 'plugin::users-permissions.user';
const rowSchema = z.object({ lastSeenAt: z.coerce.date().nullable() });
const citySchema = z.looseObject({ documentId: z.string(), ref: z.string() });
const answerSchema = z.object({ data: z.record(z.string(), z.unknown()) });
const errorSchema = z.object({
  error: z.object({
    details: z.object({ errors: z.array(z.object({ path: z.array(z.string()) })) }),
  }),
});

let cms: RunningCms;
let id: number;
let authorization: string;
beforeAll(async () => {
  cms = await boot({ listen: true, env: { SITE_URL: 'https://see.example' } });
  id = await createMember(cms.strapi);
  authorization = `Bearer ${await memberToken(cms.strapi, id)}`;
});
afterAll(async () => {
  await cms.stop();
});

function put(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${cms.url}/api/me`, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function readMe() {
  const response = await fetch(`${cms.url}/api/me`, { headers: { authorization } });
  return answerSchema.parse(await response.json()).data;
}

async function makeCity(name: string) {
  const cities = documents(cms.strapi, CITY);
  const made = await cities.create({
    data: { name, kind: 'municipality', country: 'GR', summary: 'A town.' },
  });
  return citySchema.parse(made);
}

it('changes what is given, and leaves the rest', async () => {
  const { documentId, ref } = await makeCity('Drama');
  await documents(cms.strapi, CITY).publish(documentId);
  const first = { displayName: 'Maria', language: 'el', acceptsContact: true, city: ref };
  const changed = await put({ ...first, organisationText: 'Town planning' });
  expect(changed.status).toBe(200);
  expect(await readMe()).toMatchObject({ ...first, organisationText: 'Town planning' });

  // The city is published again, which gives it a new published row.
  await documents(cms.strapi, CITY).publish(documentId);
  await put({ organisationText: '' });
  expect(await readMe()).toMatchObject({ ...first, organisationText: null });
  await put({ city: null });
  expect(await readMe()).toMatchObject({ displayName: 'Maria', city: null });
});

it.each([
  ['displayName', ''],
  ['displayName', null],
  ['displayName', {}],
  ['language', 'xx'],
  ['organisationText', 'x'.repeat(161)],
  ['acceptsContact', 'yes'],
  ['city', 'SEE-C-999'],
  ['city', { id: 1 }],
  ['city', ['SEE-C-001']],
])('refuses %s %j by its name, and changes nothing', async (name, value) => {
  const before = await readMe();
  const refused = await put({ organisationText: 'Not this', [name]: value });
  expect(refused.status).toBe(400);
  const { error } = errorSchema.parse(await refused.json());
  expect(error.details.errors.map(({ path }) => path)).toEqual([[name]]);
  expect(await readMe()).toEqual(before);
});

it('takes no city that readers cannot see', async () => {
  const { ref } = await makeCity('Not yet');
  expect((await put({ city: ref })).status).toBe(400);
});

it('takes nothing from a foreign page, or in another form', async () => {
  expect((await put({}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await put({}, { origin: 'https://see.example' })).status).toBe(200);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await put({}, form)).status).toBe(415);
});

it('notes once a day that the member was here', async () => {
  const users = cms.strapi.db.query(ACCOUNT);
  const lastSeen = async () =>
    rowSchema.parse(await users.findOne({ where: { id } })).lastSeenAt?.getTime();
  const today = await lastSeen();
  expect(today).toBeGreaterThan(Date.now() - 10 * 60_000);
  await readMe();
  expect(await lastSeen()).toBe(today);
  await users.update({ where: { id }, data: { lastSeenAt: new Date('2026-01-01') } });
  await readMe();
  expect(await lastSeen()).toBeGreaterThan(Date.now() - 10 * 60_000);
});
