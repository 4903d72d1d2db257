import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { countSql } from '../support/count-sql.js';
import { askGraphql } from '../support/graphql.js';
import { createCities, createFile, LISTED_CHALLENGES } from './sample.js';

const FEW = 10;
const MANY = 200;

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
  const file = await createFile(cms.strapi);
  await createCities(cms.strapi, MANY, file);
});
afterAll(async () => {
  await cms.stop();
});

function ask(fields: string, limit: number) {
  return askGraphql(
    cms,
    `query ($limit: Int!) { cities(sort: "ref", pagination: { limit: $limit }) { ${fields} } }`,
    { limit },
  );
}

async function sqlOf(fields: string, limit: number): Promise<number> {
  // The first question of a start also writes down when the token was last used.
  await ask('documentId', 1);
  return countSql(cms.strapi, async () => {
    expect((await ask(fields, limit)).errors).toEqual([]);
  });
}

describe('SQL statements for one page', () => {
  const associations = {
    'a single component': 'population { value }',
    'a list of components': 'sources { label }',
    'a list of relations': 'challenges { slug }',
    'a media field': 'image { url }',
  };
  for (const [what, fields] of Object.entries(associations)) {
    it(`${what} costs two at most, however many entries there are`, async () => {
      const bare = await sqlOf('documentId', MANY);
      const few = await sqlOf(`documentId ${fields}`, FEW);
      const many = await sqlOf(`documentId ${fields}`, MANY);
      expect(many).toBe(few);
      expect(many - bare).toBeLessThanOrEqual(2);
      expect(many - bare).toBeGreaterThan(0);
    });
  }

  it('an association of an association costs as little', async () => {
    const outer = await sqlOf('challenges { slug }', MANY);
    const nested = await sqlOf('challenges { slug sources { label } }', MANY);
    expect(nested - outer).toBeLessThanOrEqual(2);
  });
});

describe('what the batches answer', () => {
  it('gives each entry its own, in the order the editor chose', async () => {
    const answer = await ask(
      'ref image { url } population { value } sources { label } challenges { slug }',
      3,
    );
    expect(answer.data).toEqual({
      cities: [0, 1, 2].map((index) => ({
        ref: `SEE-C-9${String(index).padStart(2, '0')}`,
        image: { url: '/uploads/sample.png' },
        population: { value: 1000 + index },
        sources: [{ label: `second of ${index}` }, { label: `first of ${index}` }],
        challenges: LISTED_CHALLENGES.map((slug) => ({ slug })),
      })),
    });
  });

  it('never cuts a nested list', async () => {
    const answer = await askGraphql(
      cms,
      '{ challenges(filters: { slug: { eq: "long" } }) { sources { label } } }',
    );
    const labels = Array.from({ length: 120 }, (_, index) => ({ label: `source ${index}` }));
    expect(answer.data).toEqual({ challenges: [{ sources: labels }] });
  });

  it('shows no draft through a relation', async () => {
    const answer = await askGraphql(
      cms,
      '{ cities(pagination: { limit: 1 }, sort: "ref") { challenges { slug publishedAt } } }',
    );
    expect(JSON.stringify(answer.data)).not.toContain('"publishedAt":null');
    expect(JSON.stringify(answer.data)).not.toContain('never-published');
  });
});
