/** The resident publisher against the fake CMS: an edit costs what shows it, and nothing is missed. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createSiteSteps } from '../publisher/site-steps.ts';
import { differences, filesOf, type Resident, startResident } from './resident.ts';
import type { WorldRow } from './world.ts';

/** More of them find more; each takes a clean build. */
const stepsTaken = Number(process.env.SEE_RANDOM_STEPS ?? 8);

let resident: Resident;

beforeAll(async () => {
  resident = await startResident();
});

afterAll(async () => {
  await resident.stop();
});

/** Builds the same content with `astro build` in a folder of its own. */
async function cleanBuild(): Promise<Map<string, Buffer>> {
  const steps = createSiteSteps({
    settings: resident.settings,
    snapshotFile: path.join(resident.dataDir, 'clean.db'),
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

test('the first release is, byte for byte, what a clean build makes', async () => {
  expect(differences(filesOf(resident.live()), await cleanBuild())).toEqual([]);
});

test('an edit rewrites the pages that show it, and no other file', async () => {
  const before = inodes();
  resident.edit('practices', 'young-first', () => ({
    oneLine: 'Another line about the same practice.',
  }));
  await resident.publisher.reconcile();
  const after = inodes();
  const rewritten = [...after].filter(([name, inode]) => before.get(name) !== inode);
  const names = rewritten.map(([name]) => name);
  expect(names).toContain('practices/young-first.html');
  expect(names).toContain('practices.html');
  expect(names.filter((name) => name.startsWith('glossary') || name.startsWith('_astro'))).toEqual(
    [],
  );
  await resident.publishAll();
  expect(differences(filesOf(resident.live()), await cleanBuild())).toEqual([]);
});

test('a picture for shared links is drawn anew when what it shows changes, and only then', async () => {
  const pictures = () => new Map([...inodes()].filter(([name]) => name.startsWith('share/')));
  const before = pictures();
  resident.edit('cities', 'alpha', () => ({ name: 'Renamed', summary: 'Another text.' }));
  await resident.publisher.reconcile();
  expect(resident.read('cities/alpha.html')).toContain('Renamed');
  expect(pictures()).toEqual(before);

  resident.edit('cities', 'beta', () => ({ latitude: 44.43, longitude: 26.1 }));
  await resident.publisher.reconcile();
  const placed = pictures();
  expect([...placed.keys()]).toEqual([...before.keys(), 'share/see-c-002.png'].sort());
  expect(placed.get('share/region.png')).not.toBe(before.get('share/region.png'));
  expect(placed.get('share/see-c-001.png')).toBe(before.get('share/see-c-001.png'));
  expect(resident.read('cities/beta.html')).toContain('/share/see-c-002.png');

  resident.edit('cities', 'beta', () => ({ latitude: 41.5, longitude: 22.6 }));
  await resident.publisher.reconcile();
  expect(pictures().get('share/see-c-001.png')).not.toBe(placed.get('share/see-c-001.png'));
  await resident.publishAll();
  expect(differences(filesOf(resident.live()), await cleanBuild())).toEqual([]);
});

/** The same on every run, so that a failure can be looked at again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** What editors do, each on an entry chosen by chance. Every step says what it did. */
const steps: ((random: (below: number) => number, step: number) => string)[] = [
  (random, step) => {
    const id = ['young-first', 'greek-practice'][random(2)] ?? '';
    resident.edit('practices', id, () => ({ title: `Title ${step}`, summary: `Summary ${step}.` }));
    return `another title for ${id}`;
  },
  (random, step) => {
    const id = ['alpha', 'beta'][random(2)] ?? '';
    resident.edit('cities', id, ({ locale }) => ({ name: `Town ${step} ${locale ?? ''}` }));
    return `another name for ${id}`;
  },
  (random, step) => {
    const id = ['alpha', 'beta'][random(2)] ?? '';
    resident.edit('cities', id, ({ slug, formerSlugs }) => ({
      slug: `${id}-${step}`,
      formerSlugs: [...z.array(z.string()).parse(formerSlugs), slug],
    }));
    return `another address for ${id}`;
  },
  (_random, step) => {
    resident.edit('cities', 'alpha', ({ locale }) =>
      locale === 'el' ? { summary: `Κείμενο ${step}.` } : {},
    );
    return 'another translation of alpha';
  },
  (random) => {
    const challenges = random(2) === 0 ? [] : ['shrinking'];
    resident.edit('practices', 'young-first', () => ({
      links: { challenges, cities: ['beta'], methodologies: ['master'] },
    }));
    return `${challenges.length} challenges for young-first`;
  },
  (random) => {
    const [field, id] = (
      [
        ['practices', 'greek-practice'],
        ['cities', 'beta'],
        ['newsItems', 'launch'],
      ] as const
    )[random(3)] ?? ['practices', ''];
    taken.push(
      ...(resident.cms.rows[field] ?? [])
        .filter((row) => row.documentId === id)
        .map((row) => [field, row] as const),
    );
    resident.cms.rows[field] = (resident.cms.rows[field] ?? []).filter(
      (row) => row.documentId !== id,
    );
    return `${id} is withdrawn`;
  },
  () => {
    for (const [field, row] of taken.splice(0))
      resident.cms.rows[field] = [...(resident.cms.rows[field] ?? []), row];
    return 'what was withdrawn is back';
  },
  (_random, step) => {
    resident.cms.files.set('/uploads/harbour.png', onePixel);
    resident.edit('cities', 'alpha', () => ({
      image: {
        url: '/uploads/harbour.png',
        hash: `harbour${step}`,
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
      imageAlt: 'The harbour',
    }));
    return 'another image of alpha';
  },
  (_random, step) => {
    resident.edit('pages', 'page-about', () => ({ title: `About ${step}` }));
    return 'another title of a page';
  },
];
const taken: (readonly [string, WorldRow])[] = [];
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('after each of many random changes the release is what a clean build makes', async () => {
  const random = randomFrom(20_261_123);
  for (let step = 1; step <= stepsTaken; step += 1) {
    const did = steps[random(steps.length)]?.(random, step) ?? '';
    await resident.publishAll();
    expect(resident.publisher.status().lastError, `step ${step}: ${did}`).toBeNull();
    expect(
      differences(filesOf(resident.live()), await cleanBuild()),
      `step ${step}: ${did}`,
    ).toEqual([]);
  }
}, 600_000);

function inodes(): Map<string, number> {
  return new Map(
    [...filesOf(resident.live()).keys()].map((name) => [
      name,
      statSync(path.join(resident.live(), name)).ino,
    ]),
  );
}
