import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';
import { expectedStatuses, isForMembers, statusesWithoutToken } from './expected-routes.js';

/** `fetch` sends neither; a server that is not a proxy has no use for them. */
const UNSENDABLE = new Set(['CONNECT', 'TRACE']);

const layersSchema = z.array(z.object({ methods: z.array(z.string()), path: z.string() }));

interface ListedRoute {
  method: string;
  path: string;
}

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

function listRoutes(): ListedRoute[] {
  return layersSchema
    .parse(cms.strapi.server.listRoutes())
    .flatMap(({ methods, path }) => methods.map((method) => ({ method, path })))
    .filter(({ method }) => method !== 'HEAD' && !UNSENDABLE.has(method));
}

function fillIn(path: string): string {
  return path
    .replace('/((?!uploads/).+)', '/some-file.txt')
    .replace(/:\w+/g, '1')
    .replace('(.*)', 'x');
}

function request({ method, path }: ListedRoute, headers: Record<string, string> = {}) {
  const hasBody = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
  return fetch(cms.url + fillIn(path), {
    method,
    redirect: 'manual',
    headers: hasBody ? { 'content-type': 'application/json', ...headers } : headers,
    ...(hasBody ? { body: '{}' } : {}),
  });
}

function pluralOf(uid: string): string {
  return cms.strapi.contentTypes[uid as 'api::city.city'].info.pluralName;
}

it('lists routes at all', () => {
  expect(listRoutes().length).toBeGreaterThan(100);
});

it('answers a stranger on every route as the table says', async () => {
  const wrong: string[] = [];
  for (const route of listRoutes()) {
    const name = `${route.method} ${route.path}`;
    const expected = expectedStatuses(name, pluralOf);
    const { status } = await request(route);
    if (!expected) wrong.push(`${name} answers ${status} and stands in no table`);
    else if (!expected.includes(status)) wrong.push(`${name} answers ${status}`);
  }
  expect(wrong).toEqual([]);
});

it('answers a signed-in member on no route of the content API but the account and the own entries', async () => {
  const authorization = `Bearer ${await memberToken(cms.strapi, await createMember(cms.strapi))}`;
  const wrong: string[] = [];
  for (const route of listRoutes().filter(({ path }) => path.startsWith('/api/'))) {
    const name = `${route.method} ${route.path}`;
    if (isForMembers(name)) continue;
    const { status } = await request(route, { authorization });
    const expected = statusesWithoutToken(name) ?? [401, 403];
    if (!expected.includes(status)) wrong.push(`${name} answers ${status}`);
  }
  expect(wrong).toEqual([]);
});

describe('files beside the uploads', () => {
  const climbs = [
    '/uploads/../cms.db',
    '/uploads/..%2fcms.db',
    '/uploads/%2e%2e/cms.db',
    '/uploads/%2e%2e%2f%2e%2e%2fcms.db',
    '/%2e%2e/cms.db',
    '/..%2fcms.db',
    '/cms.db',
    '/uploads/..%5ccms.db',
  ];
  for (const path of climbs) {
    it(`does not serve ${path}`, async () => {
      const response = await fetch(cms.url + path);
      expect([400, 403, 404]).toContain(response.status);
      expect(await response.text()).not.toContain('SQLite format');
    });
  }
});
