import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { FORMS, type GivenField } from '../../src/members/given-forms.js';
import { PRACTICE } from '../documents/support.js';
import { signIn, type Ask } from '../members/asking.js';
import { ODD_BODIES, ODD_JSON } from '../requests/malformed-requests.js';
import type { RunningCms } from '../support/boot.js';
import { createMember, memberToken } from '../support/member.js';

const layersSchema = z.array(z.object({ methods: z.array(z.string()), path: z.string() }));
const OPEN_TO_MEMBERS = /^\/api\/(me|auth|reply|still-alive)(\/|$)/;
const ODD_IDS = ['%00', '%ED%A0%80', '..%2f'];
const ODD_QUERIES = ['?pagination[page]=1e99', '?pagination[]=1', '?a[b][c]=%00&='];
const ODD_KEYS = ['', ' ', 'x'.repeat(3000), '\u00e9', '__proto__'];

interface OddRequest {
  method: string;
  path: string;
  body?: string | undefined;
  headers?: Record<string, string>;
}

type Place = (value: string) => string;
const modelSchema = z.object({
  attributes: z.record(
    z.string(),
    z.looseObject({ type: z.string(), component: z.string().optional() }),
  ),
});

/** One field of each type, in the parts of the form too: it tells of all of that type. */
function placesByType(models: Record<string, unknown>): Place[] {
  const places = new Map<string, Place>();
  const visit = (owner: string, fields: GivenField[], depth: string, wrap: Place) => {
    const { attributes } = modelSchema.parse(models[owner]);
    for (const { name, fields: inner } of fields) {
      const { type = '', component = '' } = attributes[name] ?? {};
      const at: Place = (value) => wrap(`{"${name}":${value}}`);
      places.set(`${depth}${type}`, at);
      if (inner.length > 0) visit(component, inner, `${depth}part `, (value) => at(`[${value}]`));
    }
  };
  const fields = FORMS[PRACTICE].sections.flatMap((section) => section.fields);
  visit(PRACTICE, fields, '', (value) => value);
  return [...places.values()];
}

/** What nobody can make sense of is answered to its sender, and never as a fault; on every database. */
export function describeOddRequests(cms: () => RunningCms): void {
  let authorization: string;
  let ask: Ask;
  beforeAll(async () => {
    cms().strapi.log.silent = true;
    const id = await createMember(cms().strapi, 'odd');
    authorization = `Bearer ${await memberToken(cms().strapi, id)}`;
    ({ ask } = await signIn(cms(), 'odder'));
  });

  const routes = () =>
    layersSchema
      .parse(cms().strapi.server.listRoutes())
      .filter(({ path }) => OPEN_TO_MEMBERS.test(path))
      .flatMap(({ methods, path }) => methods.map((method) => ({ method, path })))
      .filter(({ method }) => method !== 'HEAD')
      // They end what is asked with.
      .filter(({ path }) => !/logout|sessions/.test(path));

  async function faultsAmong(requests: OddRequest[]) {
    const faults: string[] = [];
    for (const { method, path, body, headers } of requests) {
      const response = await fetch(cms().url + path, {
        method,
        headers: { authorization, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      });
      await response.arrayBuffer();
      if (response.status >= 500) faults.push(`${response.status} ${method} ${path} ${body ?? ''}`);
    }
    return faults;
  }

  it('at every route of members, whatever its place, query, key or body', async () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(60);
    const requests = all.flatMap(({ method, path }): OddRequest[] => {
      const filled = (id: string) => path.replaceAll(/:\w+|\(.*\)/g, id);
      const isRead = method === 'GET';
      const body = isRead ? undefined : '{"version":1}';
      const ids = path.includes(':') ? ODD_IDS : [];
      return [
        ...ids.map((id) => ({ method, path: filled(id), body })),
        ...(isRead
          ? ODD_QUERIES.map((query) => ({ method, path: filled('x') + query }))
          : ODD_BODIES.map((odd) => ({ method, path: filled('x'), body: odd }))),
      ];
    });
    const withKeys = ODD_KEYS.map((key) => ({
      method: 'POST',
      path: '/api/me/notices',
      body: '{"data":{}}',
      headers: { 'idempotency-key': key },
    }));
    expect(await faultsAmong([...requests, ...withKeys])).toEqual([]);
  });

  it('in a field of every type', async () => {
    const made = await ask('POST', '/practices', { body: { data: {} } });
    const place = `/practices/${made.entry().documentId}`;
    let { version } = made.entry();
    const places = placesByType({ ...cms().strapi.contentTypes, ...cms().strapi.components });
    expect(places.length).toBeGreaterThan(10);
    const faults: string[] = [];
    for (const at of places) {
      for (const value of ODD_JSON) {
        const data: unknown = JSON.parse(at(value));
        const answer = await ask('PUT', place, { body: { version, data } });
        if (answer.status === 200) ({ version } = answer.entry());
        else if (answer.status !== 400) faults.push(`${answer.status} ${at(value)}`.slice(0, 200));
      }
    }
    expect(faults).toEqual([]);
  });
}
