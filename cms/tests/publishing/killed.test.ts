/** The CMS is ended in the middle of editors' writing; what it answered is there, and nothing half. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { signInAs } from '../support/admin-user.js';
import { boot } from '../support/boot.js';
import { askGraphql } from '../support/graphql.js';
import { askAsPublisher, changesSchema } from '../support/publisher.js';
import { BusyEditor, RefusedError } from './busy-editor.js';
import { CmsProcess } from './cms-process.js';
import { readStored, type StoredCity } from './stored-cities.js';

/** In each of its lives the CMS is looked at so often, then killed. A start is what takes long. */
const lives = 2;
const looks = 14;
/** Of 512 bytes: what a database may grow before its disk is full. */
const roomBlocks = 150;
const longestMs = 150;
const mostTransactions = 3;
const names = ['One', 'Two', 'Three'];

const listedSchema = z.object({
  cities: z.array(z.object({ documentId: z.string(), name: z.string() })),
});

const dataDir = mkdtempSync(path.join(tmpdir(), 'see-killed-'));
let env: Record<string, string | undefined>;
let editors: BusyEditor[];
let cms: CmsProcess | undefined;

beforeAll(async () => {
  const first = await boot({ database: 'sqlite', listen: true, dataDir });
  const { url } = first;
  env = first.env;
  const token = await signInAs(first.strapi, url, 'strapi-editor');
  await first.stop();
  editors = names.map((name) => new BusyEditor(name, { url, token, random }));
});

afterAll(async () => {
  await cms?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

let state = 20_261_129;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  // The lowest bits of such numbers repeat themselves.
  return state >>> 8;
}

/** Any moment, or one at which a transaction begins to write or has ended. */
async function someMoment(): Promise<void> {
  if (random() % 2 === 0) return wait(random() % longestMs);
  let left = 1 + (random() % (2 * mostTransactions));
  await new Promise<void>((resolve) => {
    const watcher = watch(dataDir, { persistent: false }, (event, name) => {
      // So it is called when the file comes and when it goes.
      if (event !== 'rename' || name !== 'cms.db-journal' || (left -= 1) > 0) return;
      watcher.close();
      resolve();
    });
  });
}

/** What is in the files as they lie there now, read from a copy of them. */
function readNow() {
  const copy = mkdtempSync(path.join(tmpdir(), 'see-killed-copy-'));
  try {
    for (const name of readdirSync(dataDir).filter((each) => each.startsWith('cms.db'))) {
      cpSync(path.join(dataDir, name), path.join(copy, name));
    }
    const isInside = existsSync(path.join(copy, 'cms.db-journal'));
    return { isInside, ...readStored(path.join(copy, 'cms.db')) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Everything answered is there, and of what was not answered all or nothing. */
function compare(cities: Map<string, StoredCity>, when: string): void {
  const others = new Map(cities);
  for (const { known, pending } of editors) {
    for (const [id, answered] of known) {
      const possible = pending?.id === id ? [answered, pending.becomes] : [answered];
      const stored = cities.get(id) ?? { draft: null, live: null, changes: 0 };
      expect(possible, `${id} ${when}`).toContainEqual(stored);
      others.delete(id);
    }
  }
  // Made by a request that was not answered.
  for (const { live, changes } of others.values()) expect([live, changes], when).toEqual([null, 0]);
}

it('has what it answered and nothing half, at whatever moment it is killed', async () => {
  let inside = 0;
  for (let life = 1; life <= lives; life += 1) {
    cms = await CmsProcess.start(env);
    const working = Promise.all(editors.map((editor) => editor.work()));
    for (let look = 1; look <= looks + 1; look += 1) {
      // Editors who are refused something end before the CMS does.
      await Promise.race([someMoment(), working]);
      if (look <= looks) await cms.freeze();
      else await cms.kill();
      const { cities, faults, isInside } = readNow();
      inside += isInside ? 1 : 0;
      const when = `in life ${life} at moment ${look}`;
      expect(faults, when).toEqual([]);
      compare(cities, when);
      if (look <= looks) cms.goOn();
      else for (const editor of editors) editor.takeUp(cities);
    }
    await working;
  }
  expect(inside, 'moments inside a transaction').toBeGreaterThan(0);
}, 240_000);

it('has nothing half when its disk takes no more, and refuses what it cannot store', async () => {
  const blocks = Math.ceil(statSync(path.join(dataDir, 'cms.db')).size / 512);
  cms = await CmsProcess.start(env, blocks + roomBlocks);
  const ends = await Promise.allSettled(editors.map((editor) => editor.work()));
  await cms.kill();
  for (const end of ends) {
    expect(end.status === 'rejected' && end.reason).toBeInstanceOf(RefusedError);
  }
  const { cities, faults } = readNow();
  expect(faults).toEqual([]);
  compare(cities, 'on a full disk');
}, 240_000);

it('tells a publisher of all that is published, who can fetch it', async () => {
  const restarted = await boot({ database: 'sqlite', listen: true, dataDir, env });
  try {
    const { body } = await askAsPublisher(restarted, 'GET', '/api/publishing/changes');
    const told = new Map<string, boolean>();
    for (const { documentId, change } of changesSchema.parse(body.data)) {
      told.set(documentId, change === 'publish');
    }
    const query = '{ cities(pagination: { limit: 1000 }) { documentId name } }';
    const { cities } = listedSchema.parse((await askGraphql(restarted, query)).data);
    const listed = cities.map(({ documentId, name }) => [documentId, name] as const).sort();
    const published = [...told].filter(([, isPublished]) => isPublished).map(([id]) => id);
    expect(listed.map(([id]) => id)).toEqual(published.sort());
    const written = editors.flatMap(({ known }) =>
      [...known].flatMap(([id, { live }]) => (live === null ? [] : [[id, live] as const])),
    );
    expect(listed).toEqual(written.sort());
    expect(listed.length).toBeGreaterThan(0);
  } finally {
    await restarted.stop();
  }
});
