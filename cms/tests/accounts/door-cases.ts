import { beforeAll, describe, expect, it } from 'vitest';
import type { RunningCms } from '../support/boot.js';
import { cookieOf, jwtOf, PASSWORD, refusedPaths, visitorOf } from './visitor.js';

export const SITE = 'https://see.example';

const DOORS = [
  ['/local', { identifier: 'a@example.org', password: PASSWORD }],
  [
    '/local/register',
    {
      email: 'a@example.org',
      password: PASSWORD,
      displayName: 'A',
      language: 'en',
      consentVersion: '1',
    },
  ],
  ['/forgot-password', { email: 'a@example.org' }],
  ['/send-email-confirmation', { email: 'a@example.org' }],
  ['/email-confirmation', { confirmation: 'x' }],
  ['/reset-password', { code: 'x', password: PASSWORD, passwordConfirmation: PASSWORD }],
  ['/change-password', { currentPassword: PASSWORD, password: 'another long one' }],
  ['/refresh', {}],
  ['/logout', {}],
] as const;

const ODD_VALUES = [
  null,
  1,
  true,
  [],
  {},
  ['x'],
  { $ne: null },
  { a: { b: 1 } },
  '',
  'x'.repeat(5000),
];
const ODD_BODIES = ['[]', '[1]', '"x"', '1', 'null', '{', '{"__proto__":{"a":1}}', '{"a":1}'];

/** The same on every database. */
export function describeDoors(cms: () => RunningCms): void {
  let authorization: string;
  let cookie: string;
  const visitor = visitorOf(cms);
  beforeAll(async () => {
    // Strapi logs every body that is no JSON as an error.
    cms().strapi.log.silent = true;
    const joined = await visitor.join('inside@example.org');
    authorization = `Bearer ${jwtOf(joined)}`;
    cookie = cookieOf(joined);
  });

  describe.each(DOORS)('%s', (door, good) => {
    const path = `/api/auth${door}`;
    const inside = () => ({ authorization, cookie });

    it('takes nothing from a foreign page', async () => {
      for (const origin of ['https://evil.example', 'null', `${SITE}.evil.example`]) {
        const { status } = await visitor.send(path, JSON.stringify(good), { ...inside(), origin });
        expect(status).toBe(403);
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const headers = { ...inside(), 'content-type': type };
        const { status } = await visitor.send(path, JSON.stringify(good), headers);
        expect([400, 415]).toContain(status);
      }
    });

    it('names what is wrong, and never breaks', async () => {
      const wrong: string[] = [];
      for (const [name] of Object.entries(good)) {
        for (const value of ODD_VALUES) {
          const body = JSON.stringify({ ...good, [name]: value });
          const answer = await visitor.send(path, body, inside());
          const names = answer.status === 400 && refusedPaths(answer).some(([at]) => at === name);
          const isUniform = door === '/local' && answer.status === 400;
          if (!names && !isUniform) wrong.push(`${answer.status} ${body.slice(0, 200)}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it('takes no body of another form, and no field of its own', async () => {
      for (const body of ODD_BODIES) {
        const { status } = await visitor.send(path, body, inside());
        // Strapi reads a body that is no object as an empty one.
        const taken = door === '/logout' || door === '/refresh';
        if (!(taken && status === 200)) expect(status, body).toBe(400);
      }
      const more = await visitor.send(path, JSON.stringify({ ...good, isAdmin: true }), inside());
      expect([more.status, refusedPaths(more)]).toEqual([400, [['isAdmin']]]);
    });
  });

  it('answers pages of the site, with the cookie', async () => {
    const answer = await visitor.post('/local', DOORS[0][1], { origin: SITE });
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    const joined = await visitor.join('on-site@example.org');
    const refreshed = await visitor.post(
      '/refresh',
      {},
      { origin: SITE, cookie: cookieOf(joined) },
    );
    expect(refreshed.status).toBe(200);
  });

  it('leaves Strapi’s other ways in closed', async () => {
    const [identifier, password] = ['outside@example.org', PASSWORD];
    const authorization = `Bearer ${jwtOf(await visitor.join(identifier))}`;
    const query = new URLSearchParams({ identifier, password }).toString();
    const closed = [
      ['GET', `/api/auth/local/callback?${query}`],
      ['GET', '/api/connect/google'],
      ['GET', '/api/auth/sessions'],
      ['GET', '/api/users/me'],
      ['GET', '/api/users'],
      ['PUT', '/api/users/1'],
      ['DELETE', '/api/users/1'],
    ] as const;
    for (const [method, path] of closed) {
      const { status } = await fetch(cms().url + path, { method, headers: { authorization } });
      expect([401, 403], `${method} ${path}`).toContain(status);
    }
    const login = `mutation { login(input: { identifier: "${identifier}", password: "${password}" }) { jwt } }`;
    const graphql = await visitor.send('/graphql', JSON.stringify({ query: login }));
    expect(graphql.status).toBe(403);
  });
}
