import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { countSql } from '../support/count-sql.js';
import { askGraphql } from '../support/graphql.js';
import { createCities, createFile, LISTED_CHALLENGES } from '../graphql/sample.js';

const dataDir = mkdtempSync(path.join(tmpdir(), 'see-on-postgres-'));
let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ database: 'postgres', listen: true, dataDir });
});
afterAll(async () => {
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('boots on PostgreSQL', async () => {
  expect(cms.strapi.db.dialect.client).toBe('postgres');
  expect((await fetch(`${cms.url}/_health`)).status).toBe(204);
});

it('answers the pull there as on SQLite, for as few statements', async () => {
  await createCities(cms.strapi, 20, await createFile(cms.strapi));
  const ask = async (limit: number) => {
    const query = `{ cities(locale: "*", sort: "ref", pagination: { limit: ${limit} }) {
      latitude sources { label } challenges { slug } image { url } population { value } } }`;
    const answer = await askGraphql(cms, query);
    expect(answer.errors).toEqual([]);
    return answer;
  };
  expect((await ask(1)).data).toEqual({
    cities: [
      {
        latitude: 41,
        sources: [{ label: 'second of 0' }, { label: 'first of 0' }],
        challenges: LISTED_CHALLENGES.map((slug) => ({ slug })),
        image: { url: '/uploads/sample.png' },
        population: { value: 1000 },
      },
    ],
  });
  const count = (limit: number) =>
    countSql(cms.strapi, async () => {
      await ask(limit);
    });
  expect(await count(20)).toBe(await count(10));
});

it('starts again on the same database', async () => {
  await cms.stop();
  cms = await boot({ listen: true, dataDir, env: cms.env });
  const answer = await askGraphql(cms, '{ cities_connection { pageInfo { total } } }');
  expect(answer.data).toEqual({ cities_connection: { pageInfo: { total: 20 } } });
});
