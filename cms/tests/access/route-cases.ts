import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { expectedAnswers, type Expected } from './expected-routes.js';
import { createRoles, isStaff, ROLES, type Role, type SignIn } from './roles.js';

/** `fetch` sends neither; a server that is not a proxy has no use for them. */
const UNSENDABLE = new Set(['CONNECT', 'TRACE']);

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** After these, whoever asked is signed in no longer. */
const endsSession = (role: Role, name: string) =>
  isStaff(role)
    ? /^(POST|DELETE) \/admin\/.*(logout|sessions)$/.test(name)
    : name === 'POST /api/auth/logout';

const layersSchema = z.array(z.object({ methods: z.array(z.string()), path: z.string() }));

const typeSchema = z.object({ info: z.object({ pluralName: z.string() }) });

interface ListedRoute {
  method: string;
  path: string;
}

const nameOf = ({ method, path }: ListedRoute) => `${method} ${path}`;

const PLACES: Readonly<Record<string, string>> = {
  model: 'api::news-item.news-item',
  contentType: 'api::news-item.news-item',
  uid: 'api::news-item.news-item',
  type: 'practice',
};

function fillIn(path: string): string {
  return path
    .replace('/((?!uploads/).+)', '/some-file.txt')
    .replace('(.*)', 'x')
    .replace(/:(\w+)/g, (_, name: string) => PLACES[name] ?? '1');
}

function isRight(expected: Expected, status: number): boolean {
  if (expected === 'past') return status < 500 && status !== 401 && status !== 403;
  return expected.includes(status);
}

/** Every role at every door, the same on every database. */
export function testRoutes(database: 'sqlite' | 'postgres'): void {
  let cms: RunningCms;
  let roles: Record<Role, SignIn>;
  beforeAll(async () => {
    cms = await boot({ listen: true, database });
    cms.strapi.log.silent = true;
    roles = await createRoles(cms);
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

  async function statusOf({ method, path }: ListedRoute, token?: string): Promise<number> {
    const hasBody = WITH_BODY.has(method);
    const response = await fetch(cms.url + fillIn(path), {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: '{}' } : {}),
    });
    await response.arrayBuffer();
    return response.status;
  }

  function pluralOf(uid: string): string {
    const types: Record<string, unknown> = { ...cms.strapi.contentTypes };
    return typeSchema.parse(types[uid]).info.pluralName;
  }

  it('stand in the table, all of them', () => {
    const routes = listRoutes();
    expect(routes.length).toBeGreaterThan(100);
    const unstated = routes.filter((route) => !expectedAnswers(nameOf(route), pluralOf));
    expect(unstated.map(nameOf)).toEqual([]);
  });

  it.each(ROLES)('answer as the table says: %s', async (role) => {
    const wrong: string[] = [];
    let token = await roles[role]();
    for (const route of listRoutes()) {
      const name = nameOf(route);
      const expected = expectedAnswers(name, pluralOf)?.(role) ?? [];
      const status = await statusOf(route, token);
      if (!isRight(expected, status))
        wrong.push(`${name} answers ${status}, not ${String(expected)}`);
      if (endsSession(role, name)) token = await roles[role]();
    }
    expect(wrong).toEqual([]);
  });
}
