import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../backup/commands.js';
import { PRACTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { ACCOUNT, count, findEverywhere } from './member-data.js';
import { createWriter } from './writer.js';

const KEY = 'the key of a drill, long enough';

const folder = mkdtempSync(path.join(tmpdir(), 'see-erased-'));
const dataDir = path.join(folder, 'data');
const archives = path.join(folder, 'archives');

let cms: RunningCms;
let live: string;
let bystander: number;
beforeAll(async () => {
  mkdirSync(dataDir);
  cms = await boot({ dataDir });
  const writer = await createWriter(cms.strapi, 'Revenant');
  live = writer.live;
  bystander = await createMember(cms.strapi, 'bystander');
  const variables = { SEE_DATA_DIR: dataDir, SEE_BACKUP_KEY: KEY };
  const saving = await runCommand('backup', [archives], variables);
  expect(saving).toMatchObject({ code: 0 });
  await compiled('privacy/erase-member').eraseMember(cms.strapi, writer.account, 'remove');
  expect(await count(cms.strapi, PRACTICE, { documentId: live })).toBe(0);
  await cms.stop();

  const [archive = ''] = readdirSync(archives).filter((name) => name.endsWith('.tar.gz.enc'));
  const restoring = await runCommand(
    'restore',
    [path.join(archives, archive), '--force'],
    variables,
  );
  expect(restoring).toMatchObject({ code: 0 });
  cms = await boot({ dataDir, env: cms.env });
}, 240_000);
afterAll(async () => {
  await cms.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('erases again what an older backup brought back, before anybody is answered', async () => {
  expect(await count(cms.strapi, PRACTICE, { documentId: live })).toBe(0);
  await cms.strapi.db.query('api::mail-job.mail-job').deleteMany({});
  expect(await findEverywhere(cms.strapi, 'Revenant')).toEqual([]);
  expect(readdirSync(path.join(dataDir, 'uploads/uploads')).join(' ')).not.toMatch(
    /member_[0-9a-f]{32}/,
  );
});

it('leaves what else the backup holds', async () => {
  expect(await count(cms.strapi, ACCOUNT, { id: bystander })).toBe(1);
});

it('has the publisher drop what earlier releases show of it', async () => {
  const where = { documentId: live, change: 'erase' };
  expect(await count(cms.strapi, 'api::outbox.outbox', where)).toBe(1);
});
