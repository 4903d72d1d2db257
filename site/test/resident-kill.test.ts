/** The publisher is killed at moments chosen by chance; readers have one whole release throughout. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { statusSchema } from '../publisher/status.ts';
import { type FakeCms, publishSecret, startFakeCms } from './fake-cms.ts';
import { createWorld } from './world.ts';

const kills = 20;
/** Within this time after its start a publisher does all it ever does. */
const spanMs = 3_000;
const manifest = z.object({ pages: z.number() });

let cms: FakeCms;
let dataDir: string;
let port: number;
let child: ChildProcess;

beforeAll(async () => {
  cms = await startFakeCms(createWorld());
  cms.changes = [];
  dataDir = mkdtempSync(path.join(tmpdir(), 'see-kill-'));
  port = await freePort();
  start();
  await untilLive('idle');
});

afterAll(async () => {
  await kill();
  await cms.stop();
  // What worked for the publisher ends by itself, a moment after it.
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function start(): void {
  child = spawn(process.execPath, ['publisher/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      CMS_URL: cms.url,
      CMS_TOKEN: cms.token,
      SEE_DATA_DIR: dataDir,
      SITE_URL: 'https://see.example',
      PUBLISHER_PORT: String(port),
      SEE_PUBLISH_SECRET: publishSecret,
    },
  });
}

async function kill(): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Waits until nothing is to be done and search holds what the pages show. */
async function untilLive(state: string): Promise<void> {
  for (;;) {
    await wait(50);
    const answer = await fetch(`http://127.0.0.1:${String(port)}/status`).catch(() => null);
    if (!answer) continue;
    const status = statusSchema.parse(await answer.json());
    if (status.lastError) throw new Error(status.lastError.message);
    const isSettled = status.release !== null && status.searchableAt === status.publishedAt;
    if (status.state === state && !status.pending && isSettled && cms.changes?.length === 0) return;
  }
}

/** What is wrong with the release that readers have; nothing when it is whole. */
function faultsOfLive(): string[] {
  const current = realpathSync(path.join(dataDir, 'releases/current'));
  const { pages } = manifest.parse(JSON.parse(readFileSync(`${current}.json`, 'utf8')));
  const names = readdirSync(current, { recursive: true, encoding: 'utf8' });
  const html = names.filter((name) => name.endsWith('.html'));
  return [
    ...(html.length === pages ? [] : [`${html.length} of ${pages} pages are there`]),
    ...html
      .filter((name) => !readFileSync(path.join(current, name), 'utf8').includes('</html>'))
      .map((name) => `${name} is cut off`),
    ...['pagefind/pagefind.js', 'data/practices.json', 'sitemap-index.xml']
      .filter((name) => !existsSync(path.join(current, name)))
      .map((name) => `${name} is missing`),
    ...names.filter((name) => name.endsWith('.part')),
  ];
}

test('readers have a whole release whenever it is killed, and the next start heals', async () => {
  let random = 20_261_123;
  for (let each = 1; each <= kills; each += 1) {
    const publishedAt = new Date(Date.parse('2026-04-01') + each * 1000).toISOString();
    cms.rows.practices = (cms.rows.practices ?? []).map((row) => ({
      ...row,
      title: `Title ${each}`,
      publishedAt,
    }));
    cms.changes?.push({
      sequence: each,
      type: 'practice',
      documentId: 'young-first',
      change: 'publish',
    });
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    await wait(random % spanMs);
    await kill();
    expect(faultsOfLive(), `after kill ${each}`).toEqual([]);
    start();
  }
  await untilLive('idle');
  expect(faultsOfLive()).toEqual([]);
  const live = path.join(dataDir, 'releases/current/practices/young-first.html');
  expect(readFileSync(live, 'utf8')).toContain(`Title ${kills}`);
  const unfinished = () =>
    readdirSync(path.join(dataDir, 'releases')).filter((name) => name.startsWith('.'));
  // The archive of the data may be on its way still.
  await expect.poll(() => unfinished().length, { timeout: 20_000 }).toBeLessThanOrEqual(1);
}, 240_000);
