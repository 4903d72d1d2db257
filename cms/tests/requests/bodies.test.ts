import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { removeLeftFiles } from '../../src/requests/left-files.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

type Sent = NonNullable<RequestInit['body']>;
const answerSchema = z.object({
  error: z.object({
    status: z.number(),
    details: z.object({ errors: z.array(z.object({ path: z.tuple([]) })).length(1) }),
  }),
});

/** The status of a refusal, which says nothing of the place, and of which no log tells. */
async function refusedAs(door: string, headers: Record<string, string>, body: Sent) {
  const logged = vi.spyOn(cms.strapi.log, 'error');
  const response = await fetch(`${cms.url}${door}`, { method: 'POST', headers, body });
  const { error } = answerSchema.parse(await response.json());
  expect(error.status).toBe(response.status);
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
  return error.status;
}

const json = { 'content-type': 'application/json' };

describe('a body that cannot be read is answered with 400', () => {
  it.each([
    ['multipart that breaks off', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['multipart without a boundary', 'multipart/form-data', '--x\r\nbroken'],
    ['JSON that breaks off', 'application/json', '{"email":'],
    ['JSON that is no object', 'application/json', 'null'],
    ['JSON that names a prototype', 'application/json', '{"__proto__":{"blocked":true}}'],
    // Within the time of a test: each level once took longer than the one above it.
    ['JSON without a bottom', 'application/json', '['.repeat(500_000) + ']'.repeat(500_000)],
  ])('%s', async (_, type, body) => {
    expect(await refusedAs('/admin/login', { 'content-type': type }, body)).toBe(400);
  });

  it.each(['gzip', 'deflate', 'br'])('compressed bytes that are none: %s', async (encoding) => {
    const headers = { ...json, 'content-encoding': encoding };
    expect(await refusedAs('/admin/login', headers, '{}')).toBe(400);
  });
});

describe('a body that is too large is answered with 413', () => {
  const withFields = (count: number, text: string) => {
    const form = new FormData();
    form.append('file', new Blob(['one']), 'one.txt');
    for (let index = 0; index < count; index += 1) form.append(`field${index}`, text);
    return form;
  };
  it.each([
    ['JSON', json, JSON.stringify({ email: 'x'.repeat(1_100_000) })],
    ['fields of a form', {}, new URLSearchParams({ email: 'x'.repeat(11_000) })],
    ['too many fields', {}, withFields(21, 'x')],
    ['too much text in fields', {}, withFields(1, 'x'.repeat(21 * 1024 * 1024))],
  ])('%s', async (_, headers, body) => {
    const before = readdirSync(tmpdir());
    expect(await refusedAs('/api/auth/local', headers, body)).toBe(413);
    // Refused while its file was being opened, a form may leave it for the clean-up.
    await vi.waitFor(async () => {
      await removeLeftFiles(new Date());
      expect(readdirSync(tmpdir())).toEqual(before);
    });
  });
});

it('keeps no file of a sender who goes away', async () => {
  // Koa says on its own, and in capitals, that a socket is gone.
  const said = vi.spyOn(console, 'error').mockReturnValue();
  cms.strapi.log.silent = true;
  const before = readdirSync(tmpdir());
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': 10_000_000,
  };
  const sent = request(`${cms.url}/api/auth/local`, { method: 'POST', headers });
  const gone = new Promise((resolve) => sent.once('error', resolve));
  const part = 'Content-Disposition: form-data; name="file"; filename="a.png"';
  sent.write(`--x\r\n${part}\r\nContent-Type: image/png\r\n\r\n${'x'.repeat(1_000_000)}`);
  await vi.waitFor(() => expect(readdirSync(tmpdir())).not.toEqual(before));
  sent.destroy();
  await gone;
  await vi.waitFor(() => expect(readdirSync(tmpdir())).toEqual(before));
  cms.strapi.log.silent = false;
  said.mockRestore();
});

it.each(['/nothing', '/upload', '/admin/login', '/api/auth/local'])(
  'keeps no file that a stranger sends to %s',
  async (door) => {
    const before = readdirSync(tmpdir());
    const form = new FormData();
    form.append('files', new Blob(['one']), 'one.txt');
    form.append('other', new Blob(['two']), 'two.txt');
    form.append('other', new Blob(['three']), 'three.txt');
    form.append('__proto__', new Blob(['four']), 'four.txt');
    const response = await fetch(`${cms.url}${door}`, { method: 'POST', body: form });
    expect([400, 401, 404, 405, 415]).toContain(response.status);
    expect(readdirSync(tmpdir())).toEqual(before);
  },
);

it('refuses more files than it takes at a time, and drops none of them in silence', async () => {
  const before = readdirSync(tmpdir());
  const form = new FormData();
  for (let file = 1; file <= 40; file += 1) form.append('files', new Blob(['x']), `${file}.txt`);
  const response = await fetch(`${cms.url}/api/auth/local`, { method: 'POST', body: form });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { name: 'PayloadTooLargeError' } });
  expect(readdirSync(tmpdir())).toEqual(before);
});
