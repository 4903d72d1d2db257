import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { signIn, type Ask } from '../members/asking.js';
import { boot, type RunningCms } from '../support/boot.js';
import { falsePdfs, falsePictures, MARKER, mixedPictures, type Polyglot } from './polyglots.js';

const WORDS = { alt: 'A market', credit: 'Town of Test', consent: 'true' };

let cms: RunningCms;
let ask: Ask;
let place: string;
let temporary: string[];
beforeAll(async () => {
  cms = await boot({ listen: true });
  cms.strapi.log.silent = true;
  ({ ask } = await signIn(cms, 'writer'));
  const made = await ask('POST', '/practices', { body: { data: { title: 'A market' } } });
  place = `/practices/${made.entry().documentId}`;
  temporary = readdirSync(tmpdir());
});
afterAll(async () => {
  await cms.stop();
});

const folder = () => path.join(cms.dataDir, 'uploads', 'uploads');
const nothingLeft = () => vi.waitFor(() => expect(readdirSync(tmpdir())).toEqual(temporary));

async function send(list: 'images' | 'documents', { name, type, bytes }: Polyglot, field = 'file') {
  const body = new FormData();
  const words = list === 'images' ? WORDS : { title: 'Plan' };
  for (const [key, value] of Object.entries(words)) body.set(key, value);
  body.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  return ask('POST', `${place}/${list}`, { body });
}

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** How a file is served, whoever opens its address. */
async function expectHarmless(file: string): Promise<void> {
  const { status, headers } = await fetch(`${cms.url}/uploads/${file}`);
  expect([status, headers.get('content-type')]).toEqual([200, TYPES[path.extname(file)]]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('content-disposition')).toBe(file.endsWith('.pdf') ? 'attachment' : null);
}

it('keeps of a picture only what is a picture, in all its sizes', async () => {
  for (const [what, polyglot] of Object.entries(await mixedPictures())) {
    const before = readdirSync(folder());
    const answer = await send('images', polyglot);
    expect(answer.status, what).toBe(201);
    const kept = readdirSync(folder()).filter((name) => !before.includes(name));
    expect(kept.length, what).toBeGreaterThan(1);
    for (const file of kept) {
      expect(file, what).toMatch(/^([a-z]+_)?member_?-?[0-9a-f_]+\.(jpg|png|webp)$/);
      expect(readFileSync(path.join(folder(), file)).includes(MARKER), what).toBe(false);
      await expectHarmless(file);
    }
    expect(JSON.stringify(answer.body), what).not.toContain(MARKER);
  }
  await nothingLeft();
});

it.each([
  ['images', falsePictures],
  ['documents', falsePdfs],
] as const)('refuses what is none among %s, and keeps nothing of it', async (list, make) => {
  const before = [readdirSync(folder()), (await ask('GET', place)).body.data];
  const begun = Date.now();
  for (const [what, polyglot] of Object.entries(await make())) {
    const { status, faults } = await send(list, polyglot);
    expect([400, 415], what).toContain(status);
    expect(faults, what).toEqual([status === 400 ? 'file' : '']);
  }
  // Whatever its size is said to be, nothing is unpacked.
  expect(Date.now() - begun).toBeLessThan(20_000);
  expect([readdirSync(folder()), (await ask('GET', place)).body.data]).toEqual(before);
  await nothingLeft();
});

it('keeps no file under another name', async () => {
  const [picture] = Object.values(await mixedPictures());
  const before = readdirSync(folder());
  if (!picture) throw new Error('There is no picture to send.');
  for (const field of ['files', 'image', '__proto__', 'file[0]', 'constructor', 'toString']) {
    expect((await send('images', picture, field)).status, field).toBe(400);
  }
  expect(readdirSync(folder())).toEqual(before);
  await nothingLeft();
});

it('serves a document as one to save, in which nothing runs', async () => {
  const bytes = Buffer.from(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer <<>>\n%%EOF\n',
  );
  const before = readdirSync(folder());
  const sent = await send('documents', { name: 'x.html', type: 'text/html', bytes });
  expect(sent.status).toBe(201);
  const kept = readdirSync(folder()).filter((name) => !before.includes(name));
  expect(kept).toHaveLength(1);
  for (const file of kept) await expectHarmless(file);
});

it('leaves no file of a form that is sent where none is read', async () => {
  const routes = z
    .array(z.object({ methods: z.array(z.string()), path: z.string() }))
    .parse(cms.strapi.server.listRoutes());
  const doors = routes
    .filter(({ path: door }) => door.startsWith('/api/me') || door.startsWith('/api/auth'))
    .flatMap(({ methods, path: door }) => methods.map((method) => [method, door] as const))
    .filter(([method]) => ['POST', 'PUT', 'DELETE'].includes(method));
  expect(doors.length).toBeGreaterThan(50);
  for (const [method, door] of doors) {
    const body = new FormData();
    body.append('file', new Blob(['one'], { type: 'image/png' }), 'one.png');
    body.append('__proto__', new Blob(['two'], { type: 'image/png' }), 'two.png');
    const address = cms.url + door.replaceAll(/:\w+|\(.*\)/g, 'x');
    const { status } = await fetch(address, { method, body });
    expect(status, `${method} ${door}`).toBeGreaterThanOrEqual(400);
    expect(status, `${method} ${door}`).toBeLessThan(500);
  }
  await nothingLeft();
});
