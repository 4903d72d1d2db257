import { mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tmpdir } from 'node:os';
import { createSiteServer } from './site-server.ts';
import { writeFiles } from './test-folder.ts';

const base = mkdtempSync(path.join(tmpdir(), 'see-serve-'));
const releases = path.join(base, 'releases');
const server = createSiteServer(releases, 'https://cms.see.example');
const longText = 'Kavala '.repeat(1000);
let port = 0;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The path goes over the wire as it is: `fetch` would resolve its dots. */
function get(
  url: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path: url, host: '127.0.0.1', ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject).end();
  });
}

beforeAll(async () => {
  writeFiles(base, { 'outside.txt': 'not for you' });
  writeFiles(path.join(releases, 'one'), {
    'index.html': 'home',
    'el.html': 'αρχική',
    'practices.html': longText,
    'practices/first.html': 'first',
    'taken.html': 'a page',
    '_astro/small.js': 'Drama '.repeat(50),
    'embed/cities/kavala.html': 'embed',
    '404.html': 'not found',
    'el/404.html': 'δεν βρέθηκε',
    'data/cities.json': '[]',
    '_astro/new.css': 'new',
    '.hidden.html': 'hidden',
    'redirects.json': JSON.stringify([
      { from: '/the-platform', to: '/about' },
      { from: '/utfs', to: '/instruments?kind=task-force' },
      { from: '/taken', to: '/about' },
    ]),
  });
  writeFiles(path.join(releases, 'two'), { 'index.html': 'home of the second' });
  writeFiles(path.join(releases, 'assets'), { '_astro/old.css': 'old' });
  symlinkSync('one', path.join(releases, 'current'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.close();
  rmSync(base, { recursive: true });
});

describe('the site server', () => {
  it.each([
    ['/', 'home'],
    ['/el', 'αρχική'],
    ['/practices', longText],
    ['/practices?type=x', longText],
    ['/practices/first', 'first'],
    ['/data/cities.json', '[]'],
    ['/_astro/new.css', 'new'],
    ['/taken', 'a page'],
  ])('answers %s', async (url, body) => {
    const answer = await get(url);
    expect([answer.status, answer.body.toString()]).toEqual([200, body]);
  });

  it.each([
    ['/practices/', '/practices'],
    ['/practices/?a=b', '/practices?a=b'],
    ['/practices.html', '/practices'],
    ['/index.html', '/'],
    ['/practices/index.html', '/practices'],
    ['/el/', '/el'],
    ['//elsewhere.example/', '/elsewhere.example'],
    ['/%5Celsewhere.example/', '/elsewhere.example'],
    ['/the-platform', '/about'],
    ['/the-platform/', '/the-platform'],
    ['/utfs', '/instruments?kind=task-force'],
  ])('moves %s to %s', async (url, to) => {
    const answer = await get(url);
    expect([answer.status, answer.headers.location]).toEqual([301, to]);
  });

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/practices/..%5c..%5coutside.txt',
    '/_astro/../../../outside.txt',
    '/%00',
    '/%c0%ae%c0%ae/outside.txt',
    '/.hidden',
    '/current/index.html/../../outside.txt',
  ])('gives nothing away for %s', async (url) => {
    const answer = await get(url);
    expect([400, 404, 301]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('not for you');
    expect(answer.body.toString()).not.toContain('hidden');
  });

  it('answers what is not there in the language of the address', async () => {
    const english = await get('/nothing/here', { headers: { range: 'bytes=0-1' } });
    expect([english.status, english.body.toString()]).toEqual([404, 'not found']);
    const greek = await get('/el/nothing');
    expect([greek.status, greek.body.toString()]).toEqual([404, 'δεν βρέθηκε']);
    const byName = await get('/el/404');
    expect([byName.status, byName.body.toString()]).toEqual([404, 'δεν βρέθηκε']);
    expect(greek.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('serves the assets of an earlier release from the pool', async () => {
    const answer = await get('/_astro/old.css');
    expect([answer.status, answer.body.toString()]).toEqual([200, 'old']);
    expect(answer.headers['cache-control']).toContain('immutable');
    // The frame of a preview is of another origin.
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect((await get('/_astro/none.css')).status).toBe(404);
  });

  it('sends the headers that keep a page safe, and lets only embeds be framed', async () => {
    const { headers } = await get('/practices');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'no-cache',
    });
    const embed = await get('/embed/cities/kavala');
    expect(embed.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(embed.headers['x-frame-options']).toBeUndefined();
    expect((await get('/data/cities.json')).headers['access-control-allow-origin']).toBe('*');
  });

  it('compresses, revalidates and sends parts', async () => {
    const packed = await get('/practices', { headers: { 'accept-encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.body).toString()).toBe(longText);
    expect(packed.headers.vary).toContain('Accept-Encoding');
    const small = await get('/_astro/small.js', { headers: { 'accept-encoding': 'br' } });
    expect(small.headers['content-encoding']).toBe('br');
    const etag = packed.headers.etag ?? '';
    const again = await get('/practices', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const part = await get('/practices', {
      headers: { range: 'bytes=-7', 'accept-encoding': 'br' },
    });
    expect([part.status, part.body.toString()]).toEqual([206, 'Kavala ']);
    const head = await get('/practices', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it('takes only GET and HEAD', async () => {
    const answer = await get('/practices', { method: 'POST' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('follows a switch at once and says so when there is no release', async () => {
    const link = path.join(releases, 'current');
    unlinkSync(link);
    const none = await get('/');
    expect([none.status, none.headers['retry-after']]).toEqual([503, '5']);
    symlinkSync('two', link);
    expect((await get('/')).body.toString()).toBe('home of the second');
    unlinkSync(link);
    symlinkSync('one', link);
    expect((await get('/')).body.toString()).toBe('home');
  });
});
