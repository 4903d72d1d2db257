import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cityData, CITY, documents, ORGANISATION } from '../documents/support.js';
import { createCities, createFile } from '../graphql/sample.js';
import { boot, type RunningCms } from '../support/boot.js';
import { askGraphql } from '../support/graphql.js';
import { askAsPublisher } from '../support/publisher.js';

const DRAFTS = '/api/publishing/drafts';
const ROWS = `query ($filters: CityFiltersInput) {
  rows: cities(locale: "*", filters: $filters, sort: ["documentId", "locale"]) {
    documentId locale ref slug name summary links kind country latitude lastChecked
    population { value year } sources { label } image { url hash updatedAt }
  }
  page: cities_connection(locale: "*", filters: $filters) { pageInfo { total } }
}`;

const rowsSchema = z.object({
  rows: z.array(z.looseObject({ locale: z.string(), name: z.string() })),
  page: z.object({ pageInfo: z.object({ total: z.number() }) }),
});

let cms: RunningCms;
let city: string;
beforeAll(async () => {
  cms = await boot({ listen: true });
  [city = ''] = await createCities(cms.strapi, 2, await createFile(cms.strapi));
});
afterAll(async () => {
  await cms.stop();
});

const variables = () => ({ filters: { documentId: { in: [city] } } });

async function askDrafts(query: string, given: object = {}) {
  return askAsPublisher(cms, 'POST', DRAFTS, { query, variables: given });
}

it('answers the draft of an entry in the shape of what is published', async () => {
  const published = await askGraphql(cms, ROWS, variables());
  expect((await askDrafts(ROWS, variables())).body).toEqual({ data: published.data });

  const edit = { name: 'An edit', sources: [{ label: 'new' }] };
  await documents(cms.strapi, CITY).update({ documentId: city, locale: 'en', data: edit });
  await documents(cms.strapi, CITY).update({
    documentId: city,
    locale: 'el',
    data: { name: 'Πόλη' },
  });
  const { rows, page } = rowsSchema.parse((await askDrafts(ROWS, variables())).body.data);
  expect(rows.map(({ locale, name }) => [locale, name])).toEqual([
    ['el', 'Πόλη'],
    ['en', 'An edit'],
  ]);
  expect(rows[1]).toMatchObject({
    sources: [{ label: 'new' }],
    population: { value: 1000 },
    image: { url: '/uploads/sample.png' },
  });
  expect(page.pageInfo.total).toBe(2);
  expect((await askGraphql(cms, ROWS, variables())).data).toEqual(published.data);
});

it('answers an entry that was never published, and the rows of types without drafts', async () => {
  const data = cityData({ name: 'Never published' });
  await documents(cms.strapi, CITY).create({ locale: 'en', data });
  const query = '{ cities(locale: "*", filters: { name: { eq: "Never published" } }) { name } }';
  expect((await askDrafts(query)).body.data).toEqual({ cities: [{ name: 'Never published' }] });
  expect((await askGraphql(cms, query)).data).toEqual({ cities: [] });

  const organisation = { name: 'Anatoliki', actorType: 'ngo', country: 'GR' };
  await documents(cms.strapi, ORGANISATION).create({ data: organisation });
  const organisations = await askDrafts('{ organisations { name } }');
  expect(organisations.body.data).toEqual({ organisations: [{ name: 'Anatoliki' }] });
});

describe('refuses', () => {
  const BAD: Record<string, string> = {
    'what is no GraphQL': 'cities',
    'a mutation': 'mutation { createCity { documentId } }',
    'an argument that the contract has not': '{ cities(status: DRAFT) { name } }',
    'a type that is not public': '{ usersPermissionsUsers { email } }',
    'the makers of an entry': '{ cities { createdBy { email } } }',
  };
  it.each(Object.entries(BAD))('%s', async (_what, query) => {
    expect((await askDrafts(query)).status).toBe(400);
  });

  it('whoever is not the publisher', async () => {
    const body = { query: '{ cities { name } }' };
    const secret = { secret: 'x'.repeat(64) };
    expect((await askAsPublisher(cms, 'POST', DRAFTS, body, secret)).status).toBe(403);
    const headers = { authorization: `Bearer ${cms.env.SEE_BUILD_TOKEN}` };
    const answer = await fetch(cms.url + DRAFTS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(403);
  });
});
