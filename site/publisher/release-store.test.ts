import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetPool, keepAssets, pruneAssets } from './asset-pool.ts';
import { readPin, rollBack } from './pin.ts';
import { pruneReleases, releasesToDrop } from './prune.ts';
import {
  addRelease,
  cleanLeftovers,
  currentRelease,
  listReleases,
  nextReleaseId,
  readManifest,
  releaseId,
  switchTo,
} from './release-store.ts';
import { testFolder, writeFiles } from './test-folder.ts';

/** These releases are of no content. */
const noSnapshot = 'none.db';

const day = (text: string) => new Date(`${text}Z`);

async function release(dir: string, at: Date, text: string): Promise<string> {
  const id = releaseId(at, '0123456789abcdef');
  const built = writeFiles(path.join(dir, `build-${id}`), {
    'index.html': text,
    [`_astro/${text}.css`]: text,
  });
  await addRelease(path.join(dir, 'releases'), built, {
    id,
    publishedAt: at.toISOString(),
    searchableAt: at.toISOString(),
    dataAt: at.toISOString(),
    contentVersion: 'v',
    inputs: text,
    pages: 1,
    rendered: 1,
    durationMs: 1,
  });
  return id;
}

describe('releases', () => {
  it('are taken in whole and go live by a switch', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const first = await release(dir, day('2026-11-22T10:00:00'), 'one');
    expect(currentRelease(releases)).toBeNull();
    await switchTo(releases, first);
    const second = await release(dir, day('2026-11-22T11:00:00'), 'two');
    expect(readFileSync(path.join(releases, 'current/index.html'), 'utf8')).toBe('one');
    await switchTo(releases, second);
    expect(readFileSync(path.join(releases, 'current/index.html'), 'utf8')).toBe('two');
    expect(listReleases(releases)).toEqual([first, second]);
    expect(readManifest(releases, second)?.inputs).toBe('two');
  });

  it('get ids that sort by age, whatever the clock says', async () => {
    const dir = testFolder();
    const newest = await release(dir, day('2026-11-22T10:59:59.999'), 'one');
    const id = nextReleaseId(
      path.join(dir, 'releases'),
      day('2026-11-22T09:00:00'),
      'a'.repeat(64),
    );
    expect(newest < id).toBe(true);
    expect(id).toBe('20261122T110000000Z-aaaaaaaa');
  });

  it('keep the live one complete whatever a crash left behind, and remove the rest', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const live = await release(dir, day('2026-11-22T10:00:00'), 'one');
    await switchTo(releases, live);
    const half = releaseId(day('2026-11-22T12:00:00'), 'ffffffffffff');
    writeFiles(releases, {
      [`.staging-${half}/index.html`]: 'half',
      [`${half}.json`]: '{}',
      '20261122T090000000Z-00000000/index.html': 'its manifest was removed first',
    });
    symlinkSync(half, path.join(releases, '.current-99'));
    expect(listReleases(releases)).toEqual([live]);
    expect(cleanLeftovers(releases)).toHaveLength(4);
    expect(readdirSync(releases).sort()).toEqual([live, `${live}.json`, 'assets', 'current']);
    expect(readFileSync(path.join(releases, 'current/index.html'), 'utf8')).toBe('one');
  });

  it('leave nothing of one that could not be taken in', async () => {
    const dir = testFolder();
    // The folder of what is kept for a day cannot be made.
    const releases = writeFiles(path.join(dir, 'releases'), { assets: '' });
    await expect(release(dir, day('2026-11-22T10:00:00'), 'one')).rejects.toThrow('assets');
    expect(readdirSync(releases)).toEqual(['assets']);
    expect(readdirSync(dir)).toEqual(['releases']);
  });

  it('say that there is none when the folder behind the link is gone', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const id = await release(dir, day('2026-11-22T10:00:00'), 'one');
    await switchTo(releases, id);
    rmSync(path.join(releases, id), { recursive: true });
    expect(currentRelease(releases)).toBeNull();
    await expect(switchTo(releases, id)).rejects.toThrow(`There is no release "${id}"`);
  });

  it('go back to the one before, or the one named, and stay there', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const ids = [];
    for (const hour of ['10', '11', '12']) {
      ids.push(await release(dir, day(`2026-11-22T${hour}:00:00`), hour));
    }
    await switchTo(releases, ids[2] ?? '');
    expect(await rollBack(releases, noSnapshot)).toBe(ids[1]);
    expect(currentRelease(releases)).toBe(ids[1]);
    expect(readPin(releases)).toBe(ids[1]);
    expect(await rollBack(releases, noSnapshot, ids[0])).toBe(ids[0]);
    await expect(rollBack(releases, noSnapshot, '../../etc')).rejects.toThrow(
      'There is no release "../../etc"',
    );
    await expect(rollBack(releases, noSnapshot)).rejects.toThrow('no earlier release');
    expect(currentRelease(releases)).toBe(ids[0]);
  });
});

describe('pruning', () => {
  it('keeps the last five and the newest of each day of a week', () => {
    const id = (text: string) => releaseId(day(text), '00000000');
    const old = [
      id('2026-11-10T08:00:00'),
      id('2026-11-16T08:00:00'),
      id('2026-11-16T09:00:00'),
      id('2026-11-20T08:00:00'),
    ];
    const today = ['08', '09', '10', '11', '12', '13'].map((hour) =>
      id(`2026-11-22T${hour}:00:00`),
    );
    expect(releasesToDrop([...old, ...today], day('2026-11-22T14:00:00'))).toEqual([
      old[0],
      old[1],
      today[0],
    ]);
  });

  it('never drops the live release nor the one the site is held at', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const ids = [];
    for (let minute = 10; minute < 18; minute += 1) {
      ids.push(await release(dir, day(`2026-11-22T10:${minute}:00`), String(minute)));
    }
    await switchTo(releases, ids[7] ?? '');
    await rollBack(releases, noSnapshot, ids[0]);
    expect(await pruneReleases(releases, day('2026-11-22T11:00:00'))).toEqual(ids.slice(1, 3));
    expect(listReleases(releases)).toEqual([ids[0], ...ids.slice(3)]);
  });

  it('keeps the assets of earlier releases for 24 hours after their last use', async () => {
    const dir = testFolder();
    const releases = path.join(dir, 'releases');
    const built = writeFiles(path.join(dir, 'built'), { '_astro/page.css': 'a' });
    mkdirSync(releases);
    await keepAssets(releases, built, day('2026-11-20T10:00:00'));
    const kept = path.join(assetPool(releases), '_astro/page.css');
    writeFileSync(path.join(built, '_astro/page.css'), 'the name carries the hash');
    await pruneAssets(releases, day('2026-11-21T09:59:00'));
    expect(readFileSync(kept, 'utf8')).toBe('a');
    await keepAssets(releases, built, day('2026-11-21T09:59:00'));
    await pruneAssets(releases, day('2026-11-22T09:00:00'));
    expect(existsSync(kept)).toBe(true);
    await pruneAssets(releases, day('2026-11-22T10:30:00'));
    expect(existsSync(kept)).toBe(false);
  });
});
