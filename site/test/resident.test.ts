/** The resident publisher against the fake CMS: an edit costs what shows it, and nothing is missed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Publisher } from '../publisher/publisher.ts';
import { ResidentSite } from '../publisher/resident-site.ts';
import { createSiteSteps } from '../publisher/site-steps.ts';
import { type FakeCms, startFakeCms } from './fake-cms.ts';
import { createWorld, type WorldRow } from './world.ts';

let cms: FakeCms;
let dataDir: string;
let site: ResidentSite;
let publisher: Publisher;
const said: string[] = [];

beforeAll(async () => {
  cms = await startFakeCms(createWorld());
  dataDir = mkdtempSync(path.join(tmpdir(), 'see-resident-'));
  site = new ResidentSite({
    settings: settings(),
    snapshotFile: path.join(dataDir, 'snapshot.db'),
    log: (line) => said.push(line),
    wake: () => undefined,
  });
  publisher = new Publisher({
    releasesDir: path.join(dataDir, 'releases'),
    steps: site,
    log: (line) => said.push(line),
  });
  await publisher.reconcile();
  expect(publisher.status().lastError).toBeNull();
});

afterAll(async () => {
  await site.close();
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = () => ({
  CMS_URL: cms.url,
  CMS_TOKEN: cms.token,
  SEE_DATA_DIR: dataDir,
  SITE_URL: 'https://see.example',
  SEE_PUBLIC_MAIL: [],
});

const live = () => path.join(dataDir, 'releases/current');

/** Every file of a site with its bytes. */
function filesOf(dir: string): Map<string, Buffer> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(dir, name))]));
}

/** Publishes until open data and search hold what the pages show. */
async function publishAll(): Promise<void> {
  for (;;) {
    await publisher.reconcile();
    const { searchableAt, publishedAt } = publisher.status();
    if (searchableAt === publishedAt) return;
    await site.laterSettled();
  }
}

/** Builds the same content with `astro build` in a folder of its own. */
async function cleanBuild(): Promise<Map<string, Buffer>> {
  const steps = createSiteSteps({
    settings: settings(),
    snapshotFile: path.join(dataDir, 'clean.db'),
    log: () => undefined,
  });
  const version = await steps.pull({ full: true });
  let files = new Map<string, Buffer>();
  await steps.build(version, ({ dir }) => {
    files = filesOf(dir);
    return Promise.resolve('clean');
  });
  return files;
}

function differences(one: Map<string, Buffer>, other: Map<string, Buffer>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    return !a || !b || !a.equals(b);
  });
}

let clock = Date.parse('2026-03-01T00:00:00.000Z');

function edit(field: string, id: string, change: (row: WorldRow) => Partial<WorldRow>): void {
  clock += 1000;
  const publishedAt = new Date(clock).toISOString();
  cms.rows[field] = (cms.rows[field] ?? []).map((row) =>
    row.documentId === id ? { ...row, ...change(row), publishedAt } : row,
  );
}

test('the first release is, byte for byte, what a clean build makes', async () => {
  expect(differences(filesOf(live()), await cleanBuild())).toEqual([]);
});

test('an edit rewrites the pages that show it, and no other file', async () => {
  const before = inodes();
  edit('practices', 'young-first', () => ({ oneLine: 'Another line about the same practice.' }));
  await publisher.reconcile();
  const after = inodes();
  const rewritten = [...after].filter(([name, inode]) => before.get(name) !== inode);
  const names = rewritten.map(([name]) => name);
  expect(names).toContain('practices/young-first.html');
  expect(names).toContain('practices.html');
  expect(names.filter((name) => name.startsWith('glossary') || name.startsWith('_astro'))).toEqual(
    [],
  );
  await publishAll();
  expect(differences(filesOf(live()), await cleanBuild())).toEqual([]);
});

function inodes(): Map<string, number> {
  return new Map(
    [...filesOf(live()).keys()].map((name) => [name, statSync(path.join(live(), name)).ino]),
  );
}
