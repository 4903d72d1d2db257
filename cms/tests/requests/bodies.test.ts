import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

async function statusOf(door: string, headers: Record<string, string>, body: string) {
  return (await fetch(`${cms.url}${door}`, { method: 'POST', headers, body })).status;
}

describe('a body that cannot be read is answered with 400', () => {
  it('multipart that breaks off', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await statusOf('/admin/login', headers, '--x\r\nbroken')).toBe(400);
  });

  it('multipart without a boundary', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    expect(await statusOf('/admin/login', headers, '--x\r\nbroken')).toBe(400);
  });

  it('compressed bytes that are none', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await statusOf('/admin/login', headers, '{}')).toBe(400);
  });
});

it.each(['/nothing', '/upload', '/admin/login', '/api/auth/local'])(
  'keeps no file that a stranger sends to %s',
  async (door) => {
    const before = readdirSync(tmpdir());
    const form = new FormData();
    form.append('files', new Blob(['one']), 'one.txt');
    form.append('other', new Blob(['two']), 'two.txt');
    form.append('other', new Blob(['three']), 'three.txt');
    const response = await fetch(`${cms.url}${door}`, { method: 'POST', body: form });
    expect([400, 401, 404, 405, 415]).toContain(response.status);
    expect(readdirSync(tmpdir())).toEqual(before);
  },
);
