import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

async function upload(name: string, type: string, bytes: Buffer): Promise<number> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${cms.url}/upload`, { method: 'POST', headers, body: form })).status;
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
