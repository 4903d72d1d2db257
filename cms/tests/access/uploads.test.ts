import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { signInAs } from '../support/admin-user.js';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
const PAGE = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

let cms: RunningCms;
let token: string;
beforeAll(async () => {
  cms = await boot({ listen: true });
  token = await signInAs(cms.strapi, cms.url, 'strapi-editor');
});
afterAll(async () => {
  await cms.stop();
});

const answerSchema = z.union([
  z.array(z.object({ id: z.number(), url: z.string() })),
  z.object({ id: z.number(), url: z.string() }).transform((file) => [file]),
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error),
]);

async function send(door: string, name: string, type: string, bytes: Buffer) {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(cms.url + door, { method: 'POST', headers, body: form });
  return { status: response.status, answer: answerSchema.parse(await response.json()) };
}

async function upload(name: string, type: string, bytes: Buffer): Promise<number> {
  return (await send('/upload', name, type, bytes)).status;
}

async function storeFile(name: string, type: string, bytes: Buffer) {
  const { answer } = await send('/upload', name, type, bytes);
  const [file] = Array.isArray(answer) ? answer : [];
  if (!file) throw new Error(`${name} was not stored: ${JSON.stringify(answer)}`);
  return file;
}

async function readStored(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(cms.url + url)).arrayBuffer());
}

function storedNames(): string[] {
  return readdirSync(path.join(cms.dataDir, 'uploads', 'uploads'));
}

it('stores a picture and a document below the data directory', async () => {
  expect(await upload('square.png', 'image/png', PNG)).toBe(201);
  expect(await upload('agenda.pdf', 'application/pdf', PDF)).toBe(201);
  expect(storedNames().some((name) => name.startsWith('square'))).toBe(true);
  expect(storedNames().some((name) => name.startsWith('agenda'))).toBe(true);
});

const DISGUISES: [string, string, Buffer][] = [
  ['page.html', 'text/html', PAGE],
  ['page.html', 'application/octet-stream', PAGE],
  ['picture.html', 'application/octet-stream', GIF],
  ['script.js', 'application/octet-stream', GIF],
  ['document.html', 'application/octet-stream', PDF],
  ['document.xhtml', 'application/octet-stream', PDF],
  ['drawing.svg', 'image/svg+xml', SVG],
  ['drawing.svg', 'application/octet-stream', SVG],
  ['tool.php', 'application/octet-stream', PDF],
  ['app.hta', 'application/octet-stream', PDF],
  ['mail.mht', 'application/octet-stream', PDF],
];

it.each(DISGUISES)('refuses %s sent as %s', async (name, type, bytes) => {
  const before = storedNames();
  expect(await upload(name, type, bytes)).toBe(400);
  expect(storedNames()).toEqual(before);
});

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APvuiiiv/9k=',
  'base64',
);
const WEBP = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=', 'base64');

describe('the bytes decide, not the name', () => {
  const contents: [string, Buffer][] = [
    ['text', Buffer.from('just some words')],
    ['a page', PAGE],
    ['a drawing with a script', SVG],
    ['nothing', Buffer.alloc(0)],
  ];
  const names: [string, string][] = [
    ['x.png', 'image/png'],
    ['x.jpg', 'image/jpeg'],
    ['x.jpeg', 'application/octet-stream'],
    ['x.webp', 'image/webp'],
    ['x.pdf', 'application/pdf'],
    ['X.PDF', ''],
  ];
  const cases = contents.flatMap(([what, bytes]) =>
    names.map(([name, type]) => ({ what, name, type, bytes })),
  );

  it.each(cases)('refuses $what named $name, sent as "$type"', async ({ name, type, bytes }) => {
    const before = storedNames();
    for (const door of ['/upload', '/upload/files']) {
      const { status, answer } = await send(door, name, type, bytes);
      expect(status).toBe(400);
      expect(answer).toHaveProperty('message');
    }
    expect(storedNames()).toEqual(before);
  });

  it('says what is wrong and what to do', async () => {
    const { answer } = await send('/upload', 'x.png', 'image/png', PAGE);
    expect(answer).toEqual({
      message:
        '"x.png" cannot be stored: its name says image/png, but what is in it is something else. Save it in that format, or give it the right name.',
    });
  });

  it.each([
    ['a picture of another kind', 'x.png', 'image/png', JPEG],
    ['the beginning of a picture', 'x.png', 'image/png', PNG.subarray(0, 12)],
    ['a document', 'x.jpg', 'image/jpeg', PDF],
  ])('refuses %s named %s', async (_, name, type, bytes) => {
    const before = storedNames();
    expect(await upload(name, type, bytes)).toBe(400);
    expect(storedNames()).toEqual(before);
  });

  it('takes each kind under its name, whatever the letters and the declared type', async () => {
    expect(await upload('A.JPG', 'image/jpeg', JPEG)).toBe(201);
    expect(await upload('b.jpeg', 'application/octet-stream', JPEG)).toBe(201);
    expect(await upload('c.webp', 'image/webp', WEBP)).toBe(201);
    expect(await upload('D.Pdf', 'application/pdf', PDF)).toBe(201);
  });
});

it('reads five files of one form, and refuses more before any is stored', async () => {
  const before = storedNames();
  const send = async (count: number) => {
    const form = new FormData();
    for (let index = 0; index < count; index += 1) {
      form.append('files', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), `${index}.png`);
    }
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${cms.url}/upload`, { method: 'POST', headers, body: form });
  };
  expect((await send(8)).status).toBe(413);
  expect(storedNames()).toEqual(before);
  expect(z.array(z.unknown()).parse(await (await send(5)).json())).toHaveLength(5);
});

describe('a file that replaces another', () => {
  it.each([
    ['a page under its name', 'plan.png', 'image/png', PAGE],
    ['a picture of another kind', 'plan.jpg', 'image/jpeg', JPEG],
    ['a document', 'plan.pdf', 'application/pdf', PDF],
  ])('is refused when it is %s, and the old one stays', async (_, name, type, bytes) => {
    const { id, url } = await storeFile('plan.png', 'image/png', PNG);
    const before = await readStored(url);
    for (const door of [`/upload?id=${id}`, `/upload/files/${id}/replace`]) {
      expect((await send(door, name, type, bytes)).status).toBe(400);
    }
    expect(await readStored(url)).toEqual(before);
  });

  it('is taken when it is of the same kind', async () => {
    const { id, url } = await storeFile('old.pdf', 'application/pdf', PDF);
    const newer = Buffer.concat([PDF, Buffer.from('\n')]);
    expect((await send(`/upload?id=${id}`, 'new.pdf', 'application/pdf', newer)).status).toBe(200);
    expect(await readStored(url)).toEqual(newer);
  });
});

describe('files beside the uploads', () => {
  const climbs = [
    '/uploads/../cms.db',
    '/uploads/..%2fcms.db',
    '/uploads/%2e%2e/cms.db',
    '/uploads/%2e%2e%2f%2e%2e%2fcms.db',
    '/%2e%2e/cms.db',
    '/..%2fcms.db',
    '/cms.db',
    '/uploads/..%5ccms.db',
  ];
  for (const path of climbs) {
    it(`does not serve ${path}`, async () => {
      const response = await fetch(cms.url + path);
      expect([400, 403, 404]).toContain(response.status);
      expect(await response.text()).not.toContain('SQLite format');
    });
  }
});

describe('files of others', () => {
  let author: string;
  beforeAll(async () => {
    author = await signInAs(cms.strapi, cms.url, 'strapi-author');
  });

  async function actAs(who: string, action: string, body: object): Promise<number> {
    const headers = { authorization: `Bearer ${who}`, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${cms.url}/upload/actions/${action}`, sent)).status;
  }

  async function createFolder(name: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify({ name, parent: null }) };
    const made: unknown = await (await fetch(`${cms.url}/upload/folders`, sent)).json();
    return z.object({ data: z.object({ id: z.number() }) }).parse(made).data.id;
  }

  it('are not deleted or moved many at once by an author', async () => {
    const { id, url } = await storeFile('kept.png', 'image/png', PNG);
    const before = await readStored(url);
    const folder = await createFolder('Kept');
    for (const fileIds of [[id], [String(id)], String(id), id]) {
      expect(await actAs(author, 'bulk-delete', { fileIds })).toBe(403);
    }
    expect(await actAs(author, 'bulk-delete', { folderIds: [folder] })).toBe(403);
    const moved = { fileIds: [id], destinationFolderId: folder };
    expect(await actAs(author, 'bulk-move', moved)).toBe(403);
    expect(await readStored(url)).toEqual(before);
    expect(await actAs(token, 'bulk-move', moved)).toBe(200);
    expect(await actAs(token, 'bulk-delete', { fileIds: [id], folderIds: [folder] })).toBe(200);
    expect((await fetch(cms.url + url)).status).toBe(404);
  });

  it('leave an author the own ones', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'own.png');
    const headers = { authorization: `Bearer ${author}` };
    const sent = await fetch(`${cms.url}/upload`, { method: 'POST', headers, body: form });
    const [own] = z.array(z.object({ id: z.number() })).parse(await sent.json());
    expect(await actAs(author, 'bulk-delete', { fileIds: [own?.id] })).toBe(200);
  });
});
