import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pruneReleases } from './prune.ts';
import { addRelease, nextReleaseId, switchTo } from './release-store.ts';
import { createSiteServer } from './site-server.ts';
import { testFolder, writeFiles } from './test-folder.ts';

const switches = 20;
/** So many readers, and pages each of them asks for again and again. */
const readers = 4;
const pages = ['/', '/practices', '/practices/first', '/data/practices.json', '/_astro/style.css'];

async function publish(releases: string, number: number): Promise<void> {
  const said = `release ${number}`;
  const files = ['index.html', 'practices.html', 'practices/first.html', 'data/practices.json'];
  const dir = writeFiles(path.join(releases, `.staging-${number}`), {
    ...Object.fromEntries(files.map((name) => [name, said])),
    '_astro/style.css': said,
    'redirects.json': '[]',
  });
  const at = new Date(Date.UTC(2026, 0, 1, 0, number));
  const time = at.toISOString();
  const id = nextReleaseId(releases, at, String(number).padStart(8, '0'));
  await addRelease(releases, dir, {
    id,
    publishedAt: time,
    searchableAt: time,
    dataAt: time,
    contentVersion: said,
    inputs: said,
    pages: 3,
    rendered: 3,
    durationMs: 1,
  });
  await switchTo(releases, id);
}

it('readers of the site notice nothing of twenty switches', async () => {
  const releases = path.join(testFolder(), 'releases');
  await publish(releases, 0);
  const server = createSiteServer(releases, 'https://cms.see.example');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const said = new Set<string>();
  const faults: string[] = [];
  let isOver = false;
  const read = async () => {
    while (!isOver) {
      for (const page of pages) {
        const answer = await fetch(`http://127.0.0.1:${port}${page}`);
        const text = await answer.text();
        if (answer.status === 200 && /^release \d+$/.test(text)) said.add(text);
        else faults.push(`${page}: ${answer.status} ${text}`);
      }
    }
  };
  const reading = Array.from({ length: readers }, read);
  for (let number = 1; number <= switches; number++) {
    await publish(releases, number);
    await pruneReleases(releases, new Date(Date.UTC(2026, 0, 1, 1)));
    const last = `release ${number}`;
    // Each release is read before the next one comes.
    await expect.poll(() => said.has(last), { timeout: 10_000 }).toBe(true);
  }
  isOver = true;
  await Promise.all(reading);
  server.close();
  expect(faults).toEqual([]);
  expect(said.size).toBe(switches + 1);
});
