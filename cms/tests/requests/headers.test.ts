import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';

const ALLOWED_ORIGIN = 'access-control-allow-origin';
const TLS_ONLY = 'strict-transport-security';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true, env: { SITE_URL: 'https://site.example' } });
});
afterAll(async () => {
  await cms.stop();
});

/** `fetch` refuses to send some of the methods. */
function statusOf(method: string, door: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(cms.url + door, { method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}

it.each(['TRACE', 'PROPFIND', 'LOCK', 'SEARCH'])('answers %s with 405', async (method) => {
  for (const door of ['/', '/admin', '/graphql', '/uploads/x', '/api/cities']) {
    expect(await statusOf(method, door)).toBe(405);
  }
});

describe('the origins that may read', () => {
  const headersFor = async (origin?: string, door = '/api/me', method = 'GET') => {
    const headers = {
      'access-control-request-method': 'POST',
      ...(origin === undefined ? {} : { origin }),
    };
    return (await fetch(cms.url + door, { method, headers })).headers;
  };

  it('are the site', async () => {
    const headers = await headersFor('https://site.example');
    expect(headers.get(ALLOWED_ORIGIN)).toBe('https://site.example');
  });

  it.each(['/admin/init', '/Admin/access-token', '/content-manager/init', '/graphql', '/upload'])(
    'are none at the doors of the staff: %s',
    async (door) => {
      for (const method of ['GET', 'OPTIONS', 'POST']) {
        const headers = await headersFor('https://site.example', door, method);
        expect(headers.has(ALLOWED_ORIGIN), method).toBe(false);
        expect(headers.has('access-control-allow-credentials'), method).toBe(false);
      }
    },
  );

  it.each(['/admin/init', '/admin', '/nothing', '/_health'])(
    'are not named to those who have none: %s',
    async (door) => {
      const headers = await headersFor(undefined, door);
      expect(headers.has(ALLOWED_ORIGIN)).toBe(false);
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    },
  );

  it('are not named to others', async () => {
    expect((await headersFor('https://evil.example')).has(ALLOWED_ORIGIN)).toBe(false);
  });
});

describe('TLS only', () => {
  it('is not asked for at an address without TLS', async () => {
    expect((await fetch(`${cms.url}/_health`)).headers.has(TLS_ONLY)).toBe(false);
  });

  it('is asked for at an address with it', async () => {
    await cms.stop();
    cms = await boot({ listen: true, env: { CMS_PUBLIC_URL: 'https://cms.example' } });
    const { headers } = await fetch(`${cms.url}/_health`);
    expect(headers.get(TLS_ONLY)).toMatch(/^max-age=31536000/);
  });
});

it('writes down which door was asked, and not the token that came with the question', async () => {
  const logged = vi.spyOn(cms.strapi.log, 'http');
  await fetch(`${cms.url}/api/still-alive?token=of-a-mail`);
  const lines: unknown[] = logged.mock.calls.map(([line]) => line);
  logged.mockRestore();
  expect(lines).toEqual([expect.stringMatching(/^GET \/api\/still-alive \(\d+ ms\) 404$/)]);
});
