import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { askGraphql } from '../support/graphql.js';
import { createCities, createFile } from './sample.js';

const CITY = 'api::city.city';
const ALL_ROWS = `query ($start: Int!) {
  cities(locale: "*", sort: ["documentId", "locale"], pagination: { start: $start, limit: 1000 }) {
    documentId locale name publishedAt
  }
  cities_connection(locale: "*") { pageInfo { total } }
}`;

let cms: RunningCms;
let cities: string[];
beforeAll(async () => {
  cms = await boot({ listen: true });
  cities = await createCities(cms.strapi, 30, await createFile(cms.strapi));
  const documents = cms.strapi.documents(CITY);
  const [translated, edited, withdrawn] = cities;
  for (const locale of ['el', 'sr-Latn']) {
    const documentId = translated ?? '';
    const data = { name: `Name in ${locale}`, translation: 'machine' as const };
    await documents.update({ documentId, locale, data });
    await documents.publish({ documentId, locale });
  }
  await documents.update({
    documentId: translated ?? '',
    locale: 'ro',
    data: { name: 'A draft of a translation', translation: 'machine' },
  });
  await documents.update({
    documentId: edited ?? '',
    locale: 'en',
    data: { name: 'An edit that nobody published' },
  });
  await documents.unpublish({ documentId: withdrawn ?? '', locale: 'en' });
});
afterAll(async () => {
  await cms.stop();
});

interface Row {
  documentId: string;
  locale: string;
  name: string;
  publishedAt: string | null;
}

async function pull(start: number): Promise<{ cities: Row[]; total: number }> {
  const answer = await askGraphql(cms, ALL_ROWS, { start });
  expect(answer.errors).toEqual([]);
  const data = answer.data as {
    cities: Row[];
    cities_connection: { pageInfo: { total: number } };
  };
  return { cities: data.cities, total: data.cities_connection.pageInfo.total };
}

it('answers the published rows of all languages, more than a page of Strapi’s default', async () => {
  const { cities: rows, total } = await pull(0);
  expect(rows).toHaveLength(29 + 2);
  expect(total).toBe(29 + 2);
  const ofTranslated = rows.filter(({ documentId }) => documentId === cities[0]);
  expect(ofTranslated.map(({ locale, name }) => [locale, name])).toEqual([
    ['el', 'Name in el'],
    ['en', 'Sample 0'],
    ['sr-Latn', 'Name in sr-Latn'],
  ]);
});

it('answers no draft, no unpublished edit and nothing that was withdrawn', async () => {
  const { cities: rows } = await pull(0);
  expect(rows.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  expect(rows.map(({ name }) => name)).not.toContain('An edit that nobody published');
  expect(rows.map(({ name }) => name)).not.toContain('A draft of a translation');
  expect(rows.map(({ documentId }) => documentId)).not.toContain(cities[2]);
});

it('goes on where the last page ended', async () => {
  const whole = await pull(0);
  const rest = await pull(30);
  expect(rest.cities).toEqual(whole.cities.slice(30));
});

it('answers one entry only while it is published', async () => {
  const one = '{ city(documentId: "ID", locale: "en") { name } }';
  const edited = await askGraphql(cms, one.replace('ID', cities[1] ?? ''));
  expect(edited.data).toEqual({ city: { name: 'Sample 1' } });
  const withdrawn = await askGraphql(cms, one.replace('ID', cities[2] ?? ''));
  expect(withdrawn.data).toEqual({ city: null });
});
