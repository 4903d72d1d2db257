import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminService } from '../../src/access/admin-services.js';
import { boot, type RunningCms } from '../support/boot.js';
import { askGraphql, buildToken } from '../support/graphql.js';

const QUESTION = '{ cities { documentId } }';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

describe('without the token of the build', () => {
  const strangers = {
    nobody: {},
    'a wrong token': { authorization: 'Bearer 0123456789abcdef0123456789abcdef' },
    'an empty token': { authorization: 'Bearer ' },
    'another scheme': { authorization: 'Basic dXNlcjpwYXNz' },
  };
  for (const [who, headers] of Object.entries(strangers)) {
    it(`refuses ${who}`, async () => {
      expect((await askGraphql(cms, QUESTION, {}, headers)).status).toBe(403);
    });
  }

  const doors = ['/graphql', '/GraphQL', '/graphql/', '/graphql?x=1', '//graphql', '/graphql%20'];
  for (const door of doors) {
    it(`refuses or does not know GET ${door}`, async () => {
      const response = await fetch(
        `${cms.url}${door}${door.includes('?') ? '&' : '?'}query={__typename}`,
        {
          headers: { 'apollo-require-preflight': '1' },
        },
      );
      expect([403, 404]).toContain(response.status);
      expect(await response.text()).not.toContain('"data":{');
    });
  }

  it('refuses other tokens of the CMS, whatever they may do', async () => {
    const token = { name: 'somebody else', type: 'full-access', lifespan: null };
    const created = await adminService(cms.strapi, 'admin::api-token').create(token);
    const headers = { authorization: `Bearer ${created.accessKey}` };
    expect((await askGraphql(cms, QUESTION, {}, headers)).status).toBe(403);
  });
});

describe('with the token of the build', () => {
  it('answers a query', async () => {
    const answer = await askGraphql(cms, QUESTION);
    expect(answer).toEqual({ status: 200, data: { cities: [] }, errors: [] });
  });

  it('answers nothing over REST', async () => {
    for (const path of ['/api/cities', '/API/cities', '/api/upload/files', '/api/users']) {
      const response = await fetch(`${cms.url}${path}`, {
        headers: { authorization: `Bearer ${buildToken(cms)}` },
      });
      expect(response.status, path).toBe(403);
    }
  });

  const refused = {
    'drafts at the root': '{ cities(status: DRAFT) { documentId } }',
    'drafts of one entry': '{ city(documentId: "x", status: DRAFT) { documentId } }',
    'what is published, said aloud': '{ cities(status: PUBLISHED) { documentId } }',
    'drafts of a connection': '{ cities_connection(status: DRAFT) { nodes { documentId } } }',
    'cohorts of drafts': '{ cities(publicationFilter: NEVER_PUBLISHED) { documentId } }',
    'the old name of cohorts': '{ cities(hasPublishedVersion: false) { documentId } }',
  };
  for (const [what, query] of Object.entries(refused)) {
    it(`refuses a question for ${what}`, async () => {
      const answer = await askGraphql(cms, query);
      expect(answer.status).toBe(400);
      expect(answer.errors.map(({ message }) => message).join()).toContain('is refused');
    });
  }

  it('refuses a draft asked for by a variable', async () => {
    const query = 'query ($s: PublicationStatus) { cities(status: $s) { documentId } }';
    expect((await askGraphql(cms, query, { s: 'DRAFT' })).status).toBe(400);
  });

  const writes = [
    'mutation { createCity(data: {}) { documentId } }',
    'mutation { login(input: { identifier: "a", password: "b" }) { jwt } }',
    'mutation { deleteUploadFile(id: 1) { id } }',
    'subscription { x }',
  ];
  for (const write of writes) {
    it(`refuses ${write.slice(0, 30)}…`, async () => {
      const answer = await askGraphql(cms, write);
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.message).toContain('Only queries are answered here');
    });
  }

  it('does not describe itself', async () => {
    expect((await askGraphql(cms, '{ __schema { types { name } } }')).status).toBe(400);
  });

  it('knows no accounts, roles, files or locales as questions', async () => {
    const names = [
      'me',
      'usersPermissionsUsers',
      'usersPermissionsRoles',
      'uploadFiles',
      'i18NLocales',
    ];
    for (const name of names) {
      expect((await askGraphql(cms, `{ ${name} { __typename } }`)).status, name).toBe(400);
    }
  });

  it('refuses a query that is nested too deeply', async () => {
    const deep =
      '{ cities { members { members { members { members { members { members { ref } } } } } } } }';
    expect((await askGraphql(cms, deep)).status).toBe(400);
  });
});
