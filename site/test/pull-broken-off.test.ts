/** The CMS goes away in the middle of a pull, at each moment at which it can. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pullContent } from '../publisher/pull/pull.ts';
import { type FakeCms, startFakeCms } from './fake-cms.ts';
import { createWorld } from './world.ts';

let cms: FakeCms;
let folder: string;

beforeEach(async () => {
  cms = await startFakeCms(createWorld());
  folder = mkdtempSync(join(tmpdir(), 'see-broken-off-'));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await cms.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pull = (full: boolean) =>
  pullContent({
    cmsUrl: cms.url,
    token: cms.token,
    snapshotFile: join(folder, 'snapshot.db'),
    allowedMail: [],
    full,
    log: () => undefined,
    asOf: '2026-01-02',
  });

/** Lets so many questions through; the connection of every later one is refused. */
function answerOnly(count: number): { asked: () => number } {
  const ask = globalThis.fetch;
  let asked = 0;
  vi.stubGlobal('fetch', (...question: Parameters<typeof fetch>) => {
    asked += 1;
    if (asked <= count) return ask(...question);
    return Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));
  });
  return { asked: () => asked };
}

function stored(): unknown[] {
  const snapshot = new DatabaseSync(join(folder, 'snapshot.db'), { readOnly: true });
  try {
    return ['entry', 'link', 'changed', 'withdrawn', 'meta'].flatMap((table) =>
      snapshot.prepare(`SELECT * FROM ${table}`).all(),
    );
  } finally {
    snapshot.close();
  }
}

test.each([
  ['of what changed', false],
  ['of everything', true],
])('a pull %s that is broken off leaves the content as it was', async (_what, full) => {
  await pull(false);
  for (const [field, rows] of Object.entries(cms.rows)) {
    cms.rows[field] = rows.map((row) => ({ ...row, publishedAt: '2026-02-01T00:00:00.000Z' }));
  }
  cms.rows.practices = cms.rows.practices?.slice(1) ?? [];
  const before = stored();
  for (let count = 0; ; count++) {
    const { asked } = answerOnly(count);
    const isDone = await pull(full).then(
      () => true,
      () => false,
    );
    vi.unstubAllGlobals();
    if (isDone) {
      expect(asked()).toBe(count);
      expect(count).toBeGreaterThan(10);
      break;
    }
    expect(stored()).toEqual(before);
  }
  expect(stored()).not.toEqual(before);
});
