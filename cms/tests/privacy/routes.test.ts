import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { jwtOf, PASSWORD, visitorOf } from '../accounts/visitor.js';
import { asking } from '../members/asking.js';
import { boot, type RunningCms } from '../support/boot.js';
import { memberToken } from '../support/member.js';
import { ACCOUNT, count } from './member-data.js';
import { createWriter } from './writer.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

const visitor = visitorOf(() => cms);

const erase = (jwt: string, body: unknown) => asking(cms, jwt)('DELETE', '', { body });

it('erases the account of whoever knows its password, and signs every browser out', async () => {
  const email = 'leaver@example.org';
  const jwt = jwtOf(await visitor.join(email));
  const answer = await erase(jwt, { password: PASSWORD, practices: 'keep' });
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie().join()).toMatch(
    /=; path=\/api\/auth; expires=Thu, 01 Jan 1970/i,
  );
  expect(await visitor.me(jwt)).toBe(401);
  expect((await visitor.signIn(email)).status).toBe(400);
  const [...mails] = await visitor.mailsTo(email);
  expect(mails.map(({ template }) => template)).toEqual(['accountErased']);
});

it('lets the same address register again, and that account stays', async () => {
  const email = 'leaver@example.org';
  const jwt = jwtOf(await visitor.join(email));
  expect(await visitor.me(jwt)).toBe(200);
});

it('erases nothing for a wrong password or a body that does not say what is meant', async () => {
  const jwt = jwtOf(await visitor.join('hesitant@example.org'));
  const refusals: [unknown, string[]][] = [
    [{ password: 'a guess at it', practices: 'keep' }, ['password']],
    [{ practices: 'keep' }, ['password']],
    [{ password: PASSWORD }, ['practices']],
    [{ password: PASSWORD, practices: 'sell' }, ['practices']],
    [{ password: PASSWORD, practices: 'keep', id: 1 }, ['id']],
    [undefined, ['password', 'practices']],
  ];
  for (const [body, faults] of refusals) {
    expect(await erase(jwt, body)).toMatchObject({ status: 400, faults });
  }
  expect(await visitor.me(jwt)).toBe(200);
});

it('stops whoever guesses the password', async () => {
  const jwt = jwtOf(await visitor.join('guessed@example.org'));
  const statuses: number[] = [];
  for (let guess = 0; guess < 11; guess += 1) {
    statuses.push((await erase(jwt, { password: `guess ${guess}`, practices: 'keep' })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
  const answer = await erase(jwt, { password: PASSWORD, practices: 'keep' });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await count(cms.strapi, ACCOUNT, { email: 'guessed@example.org' })).toBe(1);
});

const exportSchema = z.object({
  exportedAt: z.iso.datetime(),
  profile: z.looseObject({ email: z.string() }),
  sessions: z.array(z.looseObject({ begunAt: z.iso.datetime() })),
  practices: z.array(z.looseObject({ title: z.string().nullable() })),
  adaptations: z.array(z.unknown()),
  notices: z.array(z.unknown()),
  handOvers: z.unknown(),
  messages: z.unknown(),
  mailsWaiting: z.array(z.unknown()),
});

async function readExport(jwt: string) {
  const response = await fetch(`${cms.url}/api/me/export`, {
    headers: { authorization: `Bearer ${jwt}` },
  });
  return { response, text: await response.text() };
}

it('hands out everything that is held about the member, and nothing of anybody else', async () => {
  const writer = await createWriter(cms.strapi, 'Exporter');
  await createWriter(cms.strapi, 'Stranger');
  const { response, text } = await readExport(await memberToken(cms.strapi, writer.account.id));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.json"$/);
  const held = exportSchema.parse(JSON.parse(text));
  expect(held).toMatchObject({
    profile: { email: 'exporter@example.org', acceptsContact: false, consentVersion: null },
    practices: [
      { title: 'Draft Exporter', images: [{ url: writer.own.url }, { url: writer.editors.url }] },
      { title: 'Live by Exporter', problem: 'Not yet said by Exporter', live: {} },
    ],
    adaptations: [],
    handOvers: { offered: [{ email: 'friend-of-Exporter@example.org' }], received: [] },
    messages: [{ messages: [{ isMine: true, text: 'Written by Exporter' }] }],
    notices: [{ text: 'Maps of Exporter', reviewState: 'declined', message: 'Dear Exporter, no.' }],
  });
  expect(held.sessions).toHaveLength(2);
  expect(JSON.stringify(held.practices[1])).toContain('"change":"publish"');
  expect(JSON.stringify(held.notices)).toContain('"action":"decline"');
  expect(JSON.stringify(held.mailsWaiting)).toContain('Title Exporter');
  expect(text).not.toMatch(/stranger|elena|password|token|sessionId|"link"/i);
});

it('refuses strangers', async () => {
  expect((await fetch(`${cms.url}/api/me/export`)).status).toBe(401);
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ password: PASSWORD, practices: 'keep' });
  const answer = await fetch(`${cms.url}/api/me`, { method: 'DELETE', headers, body });
  expect(answer.status).toBe(401);
});
