import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ACCOUNT, count } from '../privacy/member-data.js';
import type { RunningCms } from '../support/boot.js';
import { jwtOf, PASSWORD, refusedPaths, visitorOf, type Answer } from '../accounts/visitor.js';

/** What a member may say of the own account, by the route that takes it. */
const PROFILE = ['displayName', 'language', 'city', 'organisationText', 'acceptsContact'];
const REGISTRATION = ['email', 'password', 'username', 'displayName', 'language', 'consentVersion'];

/** What Strapi's own routes read beside the attributes of a type, and what JavaScript would. */
const OTHER_KEYS = {
  id: 1,
  documentId: 'abcdefghijklmnopqrstuvwx',
  createdAt: '2020-01-01T00:00:00.000Z',
  updatedAt: '2020-01-01T00:00:00.000Z',
  publishedAt: '2020-01-01T00:00:00.000Z',
  locale: 'el',
  localizations: [],
  createdBy: 1,
  updatedBy: 1,
  status: 'published',
  data: { role: 1 },
  user: { role: 1 },
  'role.id': 1,
  practices: [1],
};
const attributesSchema = z.object({ attributes: z.record(z.string(), z.unknown()) });
const answerSchema = z.object({ data: z.record(z.string(), z.unknown()) });
/** The same on every database. */
export function describeForgedAccounts(cms: () => RunningCms): void {
  const visitor = visitorOf(cms);
  const email = 'forger@example.org';
  let authorization: string;
  beforeAll(async () => {
    const jwt = jwtOf(await visitor.join(email));
    authorization = `Bearer ${jwt}`;
    // The first request of a day is noted on the account.
    await visitor.me(jwt);
  });

  /** Every attribute of an account, so that a new one is attacked as well. */
  function forgedKeys(allowed: string[]): [string, unknown][] {
    const { attributes } = attributesSchema.parse(cms().strapi.contentTypes[ACCOUNT]);
    const own = Object.keys(attributes).filter((name) => !(name in OTHER_KEYS));
    const forged = own.filter((name) => !allowed.includes(name));
    expect(forged).toEqual(expect.arrayContaining(['role', 'confirmed', 'blocked', 'provider']));
    return [...forged.map((name) => [name, 1] as [string, unknown]), ...Object.entries(OTHER_KEYS)];
  }

  async function accountNow(): Promise<unknown> {
    const where = { email };
    return cms()
      .strapi.db.query(ACCOUNT)
      .findOne({ where, populate: ['role', 'city'] });
  }

  async function putMe(body: string): Promise<Answer> {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(`${cms().url}/api/me`, { method: 'PUT', headers, body });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Sends each key by itself and all at once, beside what is right; tells what was not refused. */
  async function takenOf(
    forged: [string, unknown][],
    right: object,
    send: (body: string) => Promise<Answer>,
  ): Promise<string[]> {
    const taken: string[] = [];
    const expectRefused = async (body: string, names: string[]) => {
      const answer = await send(body);
      const paths = answer.status === 400 ? refusedPaths(answer).map((path) => path.join('.')) : [];
      if (paths.sort().join() !== names.sort().join()) taken.push(`${answer.status} ${body}`);
    };
    for (const [name, value] of forged) {
      await expectRefused(JSON.stringify({ ...right, [name]: value }), [name]);
    }
    const all = JSON.stringify({ ...right, ...Object.fromEntries(forged) });
    await expectRefused(
      all,
      forged.map(([name]) => name),
    );
    return taken;
  }

  it('gives a member no word of the own account that is not theirs to say', async () => {
    const before = await accountNow();
    const right = { displayName: 'Not this', organisationText: 'Nor this' };
    expect(await takenOf(forgedKeys(PROFILE), right, putMe)).toEqual([]);
    expect(await accountNow()).toEqual(before);
  });

  it('gives nobody an account with more than a registration says', async () => {
    const before = await count(cms().strapi, ACCOUNT);
    const right = {
      email: 'forged@example.org',
      password: PASSWORD,
      displayName: 'Somebody',
      language: 'en',
      consentVersion: '2026-11',
    };
    const send = (body: string) => visitor.send('/api/auth/local/register', body);
    expect(await takenOf(forgedKeys(REGISTRATION), right, send)).toEqual([]);
    expect(await count(cms().strapi, ACCOUNT)).toBe(before);
  });

  it.each([
    ['/local', { identifier: email, password: PASSWORD }],
    ['/refresh', {}],
    ['/logout', {}],
    ['/forgot-password', { email }],
    ['/send-email-confirmation', { email }],
    ['/email-confirmation', { confirmation: 'x' }],
    ['/reset-password', { code: 'x', password: 'another quiet lane' }],
    ['/change-password', { currentPassword: PASSWORD, password: 'another quiet lane' }],
  ])('reads nothing at %s but what the route is for', async (path, right) => {
    const before = await accountNow();
    const mails = (await visitor.mailsTo(email)).length;
    const forged = forgedKeys(['password', 'email']);
    const body = { ...right, ...Object.fromEntries(forged) };
    const answer = await visitor.post(path, body, { authorization });
    expect(answer.status).toBe(400);
    const names = forged.map(([name]) => [name]);
    expect(refusedPaths(answer)).toEqual(expect.arrayContaining(names));
    expect(await accountNow()).toEqual(before);
    expect(await visitor.mailsTo(email)).toHaveLength(mails);
    expect(await visitor.me(authorization.slice('Bearer '.length))).toBe(200);
  });

  it('answers no more of an account because somebody asks for more', async () => {
    const ask = async (query: string) => {
      const response = await fetch(`${cms().url}/api/me${query}`, { headers: { authorization } });
      return answerSchema.parse(await response.json()).data;
    };
    const plain = await ask('');
    for (const query of ['?populate=*', '?populate[role][populate]=*', '?fields[0]=password']) {
      expect(await ask(query), query).toEqual(plain);
    }
  });
}
