import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { ODD, ODD_BODIES, ODD_JSON, REFUSED } from './malformed-requests.js';

const CITIES = '/content-manager/collection-types/api::city.city';
const PRACTICES = '/content-manager/collection-types/api::practice.practice';

const madeSchema = z.object({ data: z.object({ documentId: z.string(), id: z.number() }) });
const modelSchema = z.object({ attributes: z.record(z.string(), z.object({ type: z.string() })) });
const errorSchema = z.object({
  error: z.object({ message: z.string(), details: z.object({ path: z.array(z.string()) }) }),
});

interface Question {
  method?: string;
  door: string;
  body?: string;
}

/** The same on every database: what one of them takes, another refuses. */
export function testMalformedRequests(database: 'sqlite' | 'postgres'): void {
  let cms: RunningCms;
  let token: string;
  beforeAll(async () => {
    cms = await boot({ listen: true, database });
    cms.strapi.log.silent = true;
    token = await signInAs(cms.strapi, cms.url, 'strapi-editor');
  });
  afterAll(async () => {
    await cms.stop();
  });

  function ask({ method = 'GET', door, body }: Question): Promise<Response> {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { authorization: `Bearer ${token}`, ...type };
    return fetch(cms.url + door, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** What was not answered as it should be, in words. */
  async function wrongAmong(
    questions: readonly Question[],
    isRight: (status: number) => boolean,
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const question of questions) {
      const { status } = await ask(question);
      const { method = 'GET', door, body = '' } = question;
      if (!isRight(status)) wrong.push(`${status} ${method} ${door} ${body}`.slice(0, 200));
    }
    return wrong;
  }

  const isNoFault = (status: number) => status < 500;

  async function makeCity() {
    const body = '{"name":"A town","kind":"municipality","country":"GR"}';
    const response = await ask({ method: 'POST', door: CITIES, body });
    return madeSchema.parse(await response.json()).data;
  }

  it('refuses queries that cannot be read', async () => {
    const questions = REFUSED.map((door) => ({ door }));
    expect(await wrongAmong(questions, (status) => status === 400)).toEqual([]);
  });

  it('never breaks on an odd parameter', async () => {
    expect(
      await wrongAmong(
        ODD.map((door) => ({ door })),
        isNoFault,
      ),
    ).toEqual([]);
  });

  it('never breaks on an odd value of a field', async () => {
    const { documentId } = await makeCity();
    // One attribute of each type tells of all of that type.
    const fields = (uid: 'api::city.city' | 'api::practice.practice') => {
      const ofType = new Map<string, string>();
      const { attributes } = modelSchema.parse(cms.strapi.contentTypes[uid]);
      for (const [name, { type }] of Object.entries(attributes)) ofType.set(type, name);
      return ['id', 'documentId', 'locale', 'createdAt', 'nothing', ...ofType.values()];
    };
    const bodies = (uid: Parameters<typeof fields>[0]) =>
      fields(uid).flatMap((name) => ODD_JSON.map((value) => `{"name":"N","${name}":${value}}`));
    const questions = [
      ...bodies('api::city.city').map((body) => ({
        method: 'PUT',
        door: `${CITIES}/${documentId}`,
        body,
      })),
      ...bodies('api::practice.practice').map((body) => ({
        method: 'POST',
        door: PRACTICES,
        body,
      })),
    ];
    expect(await wrongAmong(questions, isNoFault)).toEqual([]);
  }, 240_000);

  it('never breaks on an odd body', async () => {
    const { documentId } = await makeCity();
    const doors = [
      ['POST', CITIES],
      ['PUT', `${CITIES}/${documentId}`],
      ['POST', `${CITIES}/${documentId}/actions/publish`],
      ['POST', `${CITIES}/actions/bulkPublish`],
      ['POST', `${CITIES}/actions/bulkDelete`],
      ['POST', '/content-manager/uid/generate'],
      ['POST', '/content-manager/uid/check-availability'],
      ['POST', '/upload/folders'],
      ['POST', '/upload/actions/bulk-move'],
      ['POST', '/upload/actions/bulk-delete'],
      ['PUT', '/admin/users/me'],
      ['POST', '/admin/permissions/check'],
    ] as const;
    const questions = doors.flatMap(([method, door]) =>
      ODD_BODIES.map((body) => ({ method, door, body })),
    );
    expect(await wrongAmong(questions, isNoFault)).toEqual([]);
  });

  it('gives no second row the number of another', async () => {
    const { id } = await makeCity();
    const body = `{"id":${id},"name":"B","kind":"municipality","country":"GR"}`;
    expect((await ask({ method: 'POST', door: CITIES, body })).status).toBe(400);
  });

  it('names the place of a character that cannot be stored', async () => {
    const body = '{"sources":[{"label":"a\\u0000b"}]}';
    const response = await ask({ method: 'POST', door: CITIES, body });
    expect(response.status).toBe(400);
    const { error } = errorSchema.parse(await response.json());
    expect(error.message).toContain('"sources.0.label" of the body');
    expect(error.details.path).toEqual(['sources', '0', 'label']);
  });

  it('shows nothing of the database in what it answers', async () => {
    const answers = await Promise.all(
      ['?filters[id][$between]=1', '?start=99999999999999999999'].map(async (query) =>
        (await ask({ door: CITIES + query })).text(),
      ),
    );
    expect(answers.join()).not.toMatch(/select|knex|sqlite|postgres|node_modules/i);
  });

  it.each([
    ['a mistake of the code', {}],
    ['a database that goes away', { code: '57P01' }],
    ['a table that is missing', { code: '42P01', message: 'relation "cities" does not exist' }],
    ['a full disk', { code: 'ENOSPC' }],
  ])('leaves %s a fault', async (_, code) => {
    const service: Record<'findConfiguration', () => Promise<unknown>> = cms.strapi
      .plugin('content-manager')
      .service('content-types');
    const failure = Object.assign(new Error('Not of values.'), code);
    const broken = vi.spyOn(service, 'findConfiguration').mockRejectedValue(failure);
    const { status } = await ask({
      door: '/content-manager/content-types/api::city.city/configuration',
    });
    broken.mockRestore();
    expect(status).toBe(500);
  });
}
