import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testFolder } from '../test-folder.ts';
import type { Condition } from './condition.ts';
import { StateFile } from './state-file.ts';
import { Watch } from './watch.ts';

const second = 1_000;
const minute = 60 * second;

const condition = (
  name: string,
  fault: string | null,
  more: Partial<Condition> = {},
): Condition => ({
  name,
  fault,
  patienceMs: minute,
  calmMs: 0,
  title: { alarm: `${name} fails`, recovery: `${name} works` },
  advice: 'Look.',
  ...more,
});

/** An operator with a clock of her own; `restart` is a new process on the same directory. */
function setUp(dataDir = testFolder()) {
  const world = { at: Date.parse('2026-01-01T00:00:00Z'), sent: [] as string[], isDown: false };
  const start = () =>
    new Watch({
      state: new StateFile(dataDir),
      signature: 'Site: x',
      now: () => new Date(world.at),
      log: () => undefined,
      send: ({ subject }) => {
        if (world.isDown) return Promise.reject(new Error('no answer'));
        world.sent.push(subject.replace('SEE City Platform: ', ''));
        return Promise.resolve();
      },
    });
  let watch = start();
  return {
    world,
    dataDir,
    restart: () => {
      watch = start();
    },
    /** Looks every two seconds for so long, as the publisher does. */
    look: async (forMs: number, ...conditions: Condition[]) => {
      const end = world.at + forMs;
      do {
        await watch.note(conditions);
        world.at += 2 * second;
      } while (world.at <= end);
    },
  };
}

describe('the watch', () => {
  it('tells once after the patience and once on recovery', async () => {
    const { world, look } = setUp();
    await look(minute - 2 * second, condition('a', 'is broken'));
    expect(world.sent).toEqual([]);
    await look(10 * minute, condition('a', 'is broken'));
    await look(10 * minute, condition('a', 'is broken in another way'));
    expect(world.sent).toEqual(['a fails']);
    await look(10 * minute, condition('a', null));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });

  it('says nothing of what passes by itself', async () => {
    const { world, look } = setUp();
    for (let round = 0; round < 5; round += 1) {
      await look(50 * second, condition('a', 'is broken'));
      await look(2 * second, condition('a', null));
    }
    expect(world.sent).toEqual([]);
  });

  it('goes on after a restart where it was, whatever was told', async () => {
    const { world, look, restart } = setUp();
    for (let round = 0; round < 6; round += 1) {
      await look(20 * second, condition('a', 'is broken'));
      restart();
    }
    expect(world.sent).toEqual(['a fails']);
    restart();
    await look(0, condition('a', null));
    restart();
    await look(minute, condition('a', null));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });

  it('remembers also while the data directory cannot be written to', async () => {
    const dataDir = path.join(testFolder(), 'gone');
    onTestFinished(() => {
      mkdirSync(dataDir, { recursive: true });
      new StateFile(dataDir).set('disk', null);
    });
    const { world, look, restart } = setUp(dataDir);
    const disk = (fault: string | null) =>
      condition('disk', fault, { patienceMs: 0, calmMs: minute });
    for (let round = 0; round < 3; round += 1) {
      await look(10 * second, disk('is full'));
      restart();
    }
    expect(world.sent).toEqual(['disk fails']);
    mkdirSync(dataDir);
    await look(2 * minute, disk(null));
    restart();
    await look(2 * minute, disk(null));
    expect(world.sent).toEqual(['disk fails', 'disk works']);
    expect(existsSync(path.join(dataDir, 'operator.json'))).toBe(true);
    rmSync(dataDir, { recursive: true });
    restart();
    await look(2 * minute, disk(null));
    expect(world.sent).toHaveLength(2);
  });

  it('takes what another condition explains for one fault', async () => {
    const { world, look } = setUp();
    const publishing = (fault: string | null) => condition('b', fault, { explainedBy: ['a'] });
    await look(10 * minute, condition('a', 'is full'), publishing('cannot write'));
    await look(10 * second, condition('a', null), publishing('cannot write'));
    await look(10 * minute, condition('a', null), publishing(null));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });

  it('waits for calm before it says that something is over', async () => {
    const { world, look } = setUp();
    const flapping = (fault: string | null) =>
      condition('a', fault, { patienceMs: 0, calmMs: minute });
    for (let round = 0; round < 5; round += 1) {
      await look(30 * second, flapping('is full'));
      await look(30 * second, flapping(null));
    }
    expect(world.sent).toEqual(['a fails']);
    await look(2 * minute, flapping(null));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });

  it('believes a fault that says since when it is one', async () => {
    const { world, look } = setUp();
    const since = (at: number) => ({ since: new Date(at), patienceMs: 15 * minute });
    await look(0, condition('a', 'is stuck', since(world.at - 14 * minute)));
    expect(world.sent).toEqual([]);
    await look(0, condition('a', 'is stuck', since(world.at - 15 * minute)));
    expect(world.sent).toEqual(['a fails']);
    await look(0, condition('a', 'moves', since(world.at - minute)));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });

  it('tries again when a mail does not go out, and keeps the order', async () => {
    const { world, look } = setUp();
    world.isDown = true;
    await look(5 * minute, condition('a', 'is broken'));
    world.isDown = false;
    await look(2 * minute, condition('a', 'is broken'));
    expect(world.sent).toEqual(['a fails']);
    world.isDown = true;
    await look(5 * minute, condition('a', null));
    world.isDown = false;
    await look(5 * minute, condition('a', null));
    expect(world.sent).toEqual(['a fails', 'a works']);
  });
});
