import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { BuildFailedError } from './build-failed-error.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { rollBack } from './pin.ts';
import { Publisher } from './publisher.ts';
import { listReleases } from './release-store.ts';
import { testFolder, writeFiles } from './test-folder.ts';

/** These releases are of no content. */
const noSnapshot = 'none.db';

/** A CMS with one text, and a site that is one page of it. */
/** As SQLite tells of a fault, by its number. */
const sqliteError = (errcode: number) => Object.assign(new Error('of the database'), { errcode });

function setUp() {
  const dir = testFolder();
  const releasesDir = path.join(dir, 'releases');
  const world = {
    text: 'first',
    pulls: [] as boolean[],
    builds: 0,
    cmsFault: null as Error | null,
    buildFault: null as Error | null,
    /** What goes wrong when the release is live already. */
    lateFault: null as Error | null,
    /** Runs while a build is under way. */
    meanwhile: (): Promise<void> => Promise.resolve(),
  };
  const publisher = new Publisher({
    releasesDir,
    log: () => undefined,
    steps: {
      pull: ({ full }) => {
        world.pulls.push(full);
        if (world.cmsFault) return Promise.reject(world.cmsFault);
        const { text } = world;
        return Promise.resolve({ contentVersion: text, inputs: text, dataAt: `at ${text}` });
      },
      build: async (_version, take) => {
        world.builds += 1;
        await world.meanwhile();
        if (world.buildFault) throw world.buildFault;
        const built = path.join(dir, 'dist');
        mkdirSync(built, { recursive: true });
        await take({
          dir: writeFiles(built, { 'index.html': world.text }),
          pages: 1,
          rendered: 1,
          isSearchable: true,
          alarms: [],
        });
        if (world.lateFault) throw world.lateFault;
      },
    },
  });
  const live = () => readFileSync(path.join(releasesDir, 'current/index.html'), 'utf8');
  return { publisher, world, live, releasesDir };
}

describe('the publisher', () => {
  it('publishes at first, then only what changed', async () => {
    const { publisher, world, live } = setUp();
    expect(publisher.status()).toMatchObject({ state: 'building', release: null });
    await publisher.reconcile();
    await publisher.reconcile();
    expect([live(), world.builds]).toEqual(['first', 1]);
    world.text = 'second';
    await publisher.reconcile();
    expect([live(), world.builds]).toEqual(['second', 2]);
    expect(publisher.status()).toMatchObject({
      state: 'idle',
      pages: 1,
      contentVersion: 'second',
      dataAt: 'at second',
      lastError: null,
      pending: false,
    });
  });

  it('knows after a restart what is live', async () => {
    const { publisher, releasesDir } = setUp();
    await publisher.reconcile();
    const restarted = new Publisher({
      releasesDir,
      log: () => undefined,
      steps: {
        pull: () => Promise.resolve({ contentVersion: 'first', inputs: 'first', dataAt: 'now' }),
        build: () => Promise.reject(new Error('There is nothing to build.')),
      },
    });
    await restarted.reconcile();
    expect(restarted.status()).toMatchObject({ state: 'idle', lastError: null, dataAt: 'now' });
  });

  it('keeps the live release when the CMS is down, and recovers', async () => {
    const { publisher, world, live } = setUp();
    await publisher.reconcile();
    world.cmsFault = new Error('The CMS does not answer.');
    world.text = 'second';
    expect(await publisher.reconcile()).toBe(true);
    expect(live()).toBe('first');
    expect(publisher.status()).toMatchObject({
      state: 'failed',
      lastError: { message: 'The CMS does not answer.', entry: null },
    });
    world.cmsFault = null;
    await publisher.reconcile();
    expect([live(), publisher.status().state]).toEqual(['second', 'idle']);
  });

  it('keeps a request that met a CMS that is down', async () => {
    const { publisher, world } = setUp();
    await publisher.reconcile();
    world.cmsFault = new Error('down');
    publisher.request({ clean: true });
    await publisher.reconcile();
    expect(publisher.status().pending).toBe(true);
    world.cmsFault = null;
    await publisher.reconcile();
    expect([world.pulls.slice(-2), world.builds]).toEqual([[true, true], 2]);
  });

  it.each([
    new BuildFailedError('The page /cities/x of SEE-C-009 could not be rendered: x', 'SEE-C-009'),
    new CheckFailedError([{ message: 'broken', page: '/x' }], [{ path: '/x', entry: 'SEE-C-009' }]),
  ])('names the entry that fails and tries again only when content changes', async (fault) => {
    const { publisher, world, live } = setUp();
    await publisher.reconcile();
    world.text = 'second';
    world.buildFault = fault;
    expect(await publisher.reconcile()).toBe(false);
    await publisher.reconcile();
    expect([live(), world.builds]).toEqual(['first', 2]);
    expect(publisher.status()).toMatchObject({
      state: 'failed',
      lastError: { message: fault.message, entry: 'SEE-C-009' },
    });
    world.buildFault = null;
    world.text = 'third';
    await publisher.reconcile();
    expect([live(), publisher.status().lastError]).toEqual(['third', null]);
  });

  it('forgets a failure when the content goes back to what is live', async () => {
    const { publisher, world } = setUp();
    await publisher.reconcile();
    world.text = 'second';
    world.buildFault = new BuildFailedError('broken', 'SEE-C-009');
    await publisher.reconcile();
    world.text = 'first';
    await publisher.reconcile();
    expect(publisher.status()).toMatchObject({ state: 'idle', lastError: null });
  });

  it('tries again what failed for a reason that may pass', async () => {
    const { publisher, world, live } = setUp();
    world.buildFault = new Error('ENOSPC: no space left on device');
    expect(await publisher.reconcile()).toBe(true);
    world.buildFault = null;
    await publisher.reconcile();
    expect(live()).toBe('first');
  });

  it('says of a disk that takes nothing what to do', async () => {
    const { publisher, world } = setUp();
    world.buildFault = Object.assign(new Error('write'), { code: 'ENOSPC' });
    await publisher.reconcile();
    const { lastError } = publisher.status();
    expect(lastError?.message).toMatch(
      /could not be written. .* Make room on the disk.* \(write\)$/,
    );
    world.buildFault = new Error('made of it', { cause: sqliteError(0x30d) });
    await publisher.reconcile();
    expect(publisher.status().lastError?.message).toContain('Make room on the disk');
    world.buildFault = sqliteError(19);
    await publisher.reconcile();
    expect(publisher.status().lastError?.message).toBe('of the database');
  });

  it('drops old releases also while each try ends in a fault', async () => {
    const { publisher, world, releasesDir } = setUp();
    world.lateFault = new Error('ENOSPC: no space left on device');
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      world.text = text;
      await publisher.reconcile();
    }
    Object.assign(world, { text: 'i', buildFault: world.lateFault });
    await vi.waitFor(
      async () => {
        await publisher.reconcile();
        expect(listReleases(releasesDir)).toHaveLength(5);
      },
      { timeout: 20_000 },
    );
  });

  it('lets what is asked for during a build wait for the next', async () => {
    const { publisher, world } = setUp();
    world.meanwhile = async () => {
      world.meanwhile = () => Promise.resolve();
      publisher.request({ clean: false });
      expect(publisher.status()).toMatchObject({ state: 'building', pending: true });
      await publisher.reconcile();
      expect(world.builds).toBe(1);
    };
    await publisher.reconcile();
    expect(publisher.status().pending).toBe(true);
    await publisher.reconcile();
    expect([world.builds, publisher.status().pending]).toEqual([2, false]);
  });

  it('says that a publish is pending from the request to its end', async () => {
    const { publisher, world } = setUp();
    await publisher.reconcile();
    publisher.request({ clean: false });
    expect(publisher.status().pending).toBe(true);
    const done = publisher.reconcile();
    // The CMS is being asked; nothing is built yet.
    expect([publisher.status().pending, world.builds]).toEqual([true, 1]);
    await done;
    expect(publisher.status().pending).toBe(false);
  });

  it('stays at the release of a rollback until publishing is asked for', async () => {
    const { publisher, world, live, releasesDir } = setUp();
    await publisher.reconcile();
    world.text = 'second';
    await publisher.reconcile();
    await rollBack(releasesDir, noSnapshot);
    world.text = 'third';
    await publisher.reconcile();
    expect([live(), publisher.status().state]).toEqual(['first', 'pinned']);
    publisher.request({ clean: false });
    await publisher.reconcile();
    expect([live(), publisher.status().state]).toEqual(['third', 'idle']);
  });

  it('gives way to a rollback that comes while it builds', async () => {
    const { publisher, world, live, releasesDir } = setUp();
    await publisher.reconcile();
    const [first] = listReleases(releasesDir);
    world.text = 'second';
    world.meanwhile = async () => {
      await rollBack(releasesDir, noSnapshot, first);
    };
    await publisher.reconcile();
    expect([live(), publisher.status().state]).toEqual(['first', 'pinned']);
    expect(listReleases(releasesDir)).toHaveLength(2);
  });

  it('says so when the release of a rollback is gone', async () => {
    const { publisher, world, live, releasesDir } = setUp();
    await publisher.reconcile();
    world.text = 'second';
    await publisher.reconcile();
    writeFiles(releasesDir, { pinned: '20200101T000000000Z-00000000\n' });
    await publisher.reconcile();
    expect(publisher.status()).toMatchObject({
      state: 'failed',
      lastError: { message: expect.stringContaining('There is no release "2020') as string },
    });
    expect(live()).toBe('second');
  });
});
