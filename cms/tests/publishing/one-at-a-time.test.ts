import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/publishing/one-at-a-time.js';

/** Work whose runs end when the test says so. */
function startWork() {
  const ends: (() => void)[] = [];
  const ask = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)));
  const endRun = async (index: number) => {
    ends[index]?.();
    await new Promise(setImmediate);
  };
  return { ask, endRun, runs: () => ends.length };
}

it('runs one at a time, and once more for all who asked meanwhile', async () => {
  const { ask, endRun, runs } = startWork();
  for (let index = 0; index < 5; index += 1) ask();
  expect(runs()).toBe(1);
  await endRun(0);
  expect(runs()).toBe(2);
  await endRun(1);
  expect(runs()).toBe(2);
  ask();
  expect(runs()).toBe(3);
});

it('forgets nobody who asks in the moment in which a run ends', async () => {
  for (let delay = 0; delay < 8; delay += 1) {
    let runs = 0;
    const ask = oneAtATime(async () => {
      runs += 1;
      await Promise.resolve();
    });
    ask();
    for (let step = 0; step < delay; step += 1) await Promise.resolve();
    const before = runs;
    ask();
    await new Promise(setImmediate);
    expect(runs, `asked after ${delay} steps`).toBe(before + 1);
  }
});
