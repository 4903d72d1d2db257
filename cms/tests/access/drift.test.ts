import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rowId } from '../../src/access/row-id.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { askGraphql } from '../support/graphql.js';

const PERMISSION = 'plugin::users-permissions.permission';
const QUESTION = '{ cities { documentId } }';

const { assertAccess } = compiled('access/assert-access');
const { syncVisitorRoles } = compiled('access/visitor-roles');
const { syncAccountSettings } = compiled('access/account-settings');
const { syncBuildToken } = compiled('access/build-token');

const tokenRows = z.array(z.object({ name: z.string(), permissions: z.array(z.unknown()) }));

const dataDir = mkdtempSync(path.join(tmpdir(), 'see-drift-'));
let cms: RunningCms;
let bootedWith: RunningCms['env'];

async function restart(env: RunningCms['env']) {
  await cms.stop();
  cms = await boot({ listen: true, dataDir, env: env });
}

beforeAll(async () => {
  cms = await boot({ listen: true, dataDir });
  bootedWith = cms.env;
});
afterAll(async () => {
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function grant(strapi: Core.Strapi, type: string, action: string) {
  const roles = strapi.db.query('plugin::users-permissions.role');
  const role: unknown = await roles.findOne({ where: { type } });
  await strapi.db.query(PERMISSION).create({ data: { action, role: rowId(role) } });
}

function accountStore(strapi: Core.Strapi) {
  return strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
}

/** Each puts one thing into the database that the code does not grant. */
const DRIFTS: Record<string, (strapi: Core.Strapi) => Promise<unknown>> = {
  'The role "public" may do api::city.city.find': (strapi) =>
    grant(strapi, 'public', 'api::city.city.find'),
  'The role "authenticated" may do plugin::upload.content-api.upload': (strapi) =>
    grant(strapi, 'authenticated', 'plugin::upload.content-api.upload'),
  'The account setting allow_register': (strapi) =>
    accountStore(strapi).set({ value: { allow_register: true } }),
  'The API token "site build" is of type full-access': (strapi) =>
    strapi.db
      .query('admin::api-token')
      .update({ where: { name: 'site build' }, data: { type: 'full-access' } }),
};

describe('what somebody changed in the database', () => {
  for (const [sentence, change] of Object.entries(DRIFTS)) {
    it(`is told: ${sentence}`, async () => {
      await assertAccess(cms.strapi);
      await change(cms.strapi);
      await expect(assertAccess(cms.strapi)).rejects.toThrow(sentence);
      await syncVisitorRoles(cms.strapi);
      await syncAccountSettings(cms.strapi);
      await syncBuildToken(cms.strapi);
      await assertAccess(cms.strapi);
    });
  }

  it('is gone after the next start', async () => {
    for (const change of Object.values(DRIFTS)) await change(cms.strapi);
    await restart(bootedWith);
    expect(await cms.strapi.db.query(PERMISSION).count()).toBe(0);
    expect((await fetch(`${cms.url}/api/cities`)).status).toBe(401);
  });
});

describe('the token of the build', () => {
  it('stays one row over many starts', async () => {
    await restart(bootedWith);
    const rows: unknown = await cms.strapi.db
      .query('admin::api-token')
      .findMany({ populate: true });
    const builds = tokenRows.parse(rows).filter(({ name }) => name === 'site build');
    expect(builds).toHaveLength(1);
    expect(builds[0]?.permissions).toHaveLength(30);
  });

  it('is replaced when the secret changes, and the old one stops working', async () => {
    const old = { authorization: `Bearer ${bootedWith.SEE_BUILD_TOKEN}` };
    expect((await askGraphql(cms, QUESTION, {}, old)).status).toBe(200);
    const secret = 'a-new-token-of-the-build-0123456789-abcdef';
    await restart({ ...bootedWith, SEE_BUILD_TOKEN: secret });
    expect((await askGraphql(cms, QUESTION, {}, old)).status).toBe(403);
    expect((await askGraphql(cms, QUESTION)).status).toBe(200);
  });
});
