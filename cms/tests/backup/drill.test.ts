import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCities } from '../graphql/sample.js';
import { signIn, signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember } from '../support/member.js';
import { runCommand } from './commands.js';

const CITY = 'api::city.city';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const KEY = 'the key of a drill, long enough';
const uploadedSchema = z.array(z.object({ id: z.number(), url: z.string() })).length(1);

const folder = mkdtempSync(path.join(tmpdir(), 'see-drill-'));
const original = path.join(folder, 'original');
const restored = path.join(folder, 'another host/data');
const archives = path.join(folder, 'archives');

let cms: RunningCms;
let before: Awaited<ReturnType<typeof whatItHolds>>;
let epochBefore: unknown;
let city = '';
let imageUrl = '';
let imageBytes: Buffer;

mkdirSync(original);

/** A platform that is edited while it is saved, and a second host on which that is restored. */
beforeAll(async () => {
  cms = await boot({ database: 'sqlite', listen: true, dataDir: original });
  writeFileSync(path.join(original, 'secrets.json'), '{"jwtSecret":"of the original"}\n');
  await signInAs(cms.strapi, cms.url, 'strapi-super-admin');
  await createMember(cms.strapi);
  const token = await signInAs(cms.strapi, cms.url, 'strapi-editor');
  const image = await uploadImage(cms.url, token);
  imageUrl = image.url;
  imageBytes = await served(imageUrl);
  [city = ''] = await createCities(cms.strapi, 3, image.id);
  expect(await rename(token, 'Renamed by an editor')).toBe(200);
  before = await whatItHolds(cms.strapi, original);
  epochBefore = await readEpoch(cms.strapi);

  const saving = runCommand('backup', [archives], { SEE_DATA_DIR: original, SEE_BACKUP_KEY: KEY });
  const isSaved = saving.then(() => true);
  const answers: number[] = [];
  do {
    answers.push(await rename(token, 'Renamed by an editor'));
  } while (!(await Promise.race([isSaved, Promise.resolve(false)])));
  expect((await saving).output).toContain('Saved: ');
  expect(new Set(answers)).toEqual(new Set([200]));
  await cms.stop();

  const [archive = ''] = readdirSync(archives).filter((name) => name.endsWith('.tar.gz.enc'));
  const variables = { SEE_DATA_DIR: restored, SEE_BACKUP_KEY: KEY };
  const restoring = await runCommand('restore', [path.join(archives, archive)], variables);
  expect(restoring).toMatchObject({ code: 0 });
  const env = { ...cms.env, SEE_DATA_DIR: restored };
  cms = await boot({ listen: true, dataDir: restored, env });
});
afterAll(async () => {
  await cms.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a platform restored into an empty host', () => {
  it('holds as many entries, accounts and files of every type, and the same bytes', async () => {
    expect(await whatItHolds(cms.strapi, restored)).toEqual(before);
    expect(before.counts[CITY]).toBe(6);
    expect(before.counts['admin::user']).toBe(2);
  });

  it('shows what the editor changed, and the image she uploaded', async () => {
    const entry = await cms.strapi.documents(CITY).findOne({
      documentId: city,
      locale: 'en',
      populate: { image: true },
    });
    expect(entry).toMatchObject({ name: 'Renamed by an editor', image: { url: imageUrl } });
    expect(await served(imageUrl)).toEqual(imageBytes);
  });

  it('lets the administrator sign in with her password', async () => {
    expect(await signIn(cms.url, 'strapi-super-admin')).toEqual(expect.any(String));
  });

  it('has its secrets, and caches and releases of nobody', () => {
    const secrets = readFileSync(path.join(restored, 'secrets.json'), 'utf8');
    expect(secrets).toContain('of the original');
    expect(existsSync(path.join(restored, 'snapshot.db'))).toBe(false);
  });

  it('tells the publisher that its changes are of another history', async () => {
    expect(epochBefore).toEqual(expect.any(String));
    expect(await readEpoch(cms.strapi)).not.toBe(epochBefore);
  });
});

/** Rows of every content type that people fill, and the hash of every upload. */
async function whatItHolds(strapi: Core.Strapi, dataDir: string) {
  const counts: Record<string, number> = {};
  for (const uid of Object.keys(strapi.contentTypes)) {
    // What a start or a sign-in writes by itself is not compared.
    if (!/^(api::|admin::user|plugin::(upload|users-permissions\.user))/.test(uid)) continue;
    if (/outbox|revision/.test(uid)) continue;
    counts[uid] = await strapi.db.query(z.string().parse(uid)).count();
  }
  const uploads = path.join(dataDir, 'uploads');
  const hashes = readdirSync(uploads, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `${entry.name} ${hashOf(readFileSync(path.join(entry.parentPath, entry.name)))}`,
    )
    .sort();
  return { counts, hashes };
}

async function uploadImage(url: string, token: string) {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'square.png');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/upload`, { method: 'POST', headers, body: form });
  const [image] = uploadedSchema.parse(await answer.json());
  if (!image) throw new Error('The image was not stored.');
  return image;
}

async function served(url: string): Promise<Buffer> {
  const answer = await fetch(cms.url + url);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Saves as the admin does; answers the status. */
async function rename(token: string, name: string): Promise<number> {
  const place = `${cms.url}/content-manager/collection-types/${CITY}/${city}?locale=en`;
  const answer = await fetch(place, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  await answer.body?.cancel();
  return answer.status;
}

function readEpoch(strapi: Core.Strapi): Promise<unknown> {
  return strapi.store({ type: 'core', name: 'publishing', key: 'epoch' }).get({});
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
