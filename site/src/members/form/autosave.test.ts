import { beforeEach, describe, expect, it } from 'vitest';
import { RequestFailed } from '../request-failed.ts';
import { Autosave, type SaveState } from './autosave.ts';

let timers: { ms: number; run: () => void }[];
let states: SaveState[];
let saves: number;
let answer: () => Promise<boolean>;
let autosave: Autosave;

const failure = (status: number, wait: number | null = null) =>
  Promise.reject(new RequestFailed(status, null, wait));
/** Lets the timer that is set last run out. */
const passTime = async () => {
  timers.pop()?.run();
  await autosave.flush();
};

beforeEach(() => {
  timers = [];
  states = [];
  saves = 0;
  answer = () => Promise.resolve(true);
  autosave = new Autosave({
    save: () => {
      saves += 1;
      return answer();
    },
    onState: (state) => states.push(state),
    after: (ms, run) => {
      const timer = { ms, run };
      timers = [timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  });
});

describe('saving', () => {
  it('waits for a pause and then saves once', async () => {
    autosave.touch();
    autosave.touch();
    expect(saves).toBe(0);
    await passTime();
    expect(saves).toBe(1);
    expect(states).toEqual(['changed', 'changed', 'saving', 'saved']);
    expect(autosave.isPending).toBe(false);
  });

  it('never runs twice at a time, and saves what came meanwhile afterwards', async () => {
    const held = Promise.withResolvers<boolean>();
    answer = () => held.promise;
    autosave.touch();
    const first = autosave.flush();
    autosave.touch();
    const second = autosave.flush();
    expect(saves).toBe(1);
    answer = () => Promise.resolve(true);
    held.resolve(true);
    await Promise.all([first, second]);
    expect(saves).toBe(2);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again, later and later, while the line is cut', async () => {
    answer = () => failure(0);
    autosave.touch();
    await autosave.flush();
    const [first] = timers;
    await autosave.flush();
    const [second] = timers;
    expect(states.at(-1)).toBe('waiting');
    expect(second?.ms).toBe((first?.ms ?? 0) * 2);
    answer = () => Promise.resolve(true);
    await passTime();
    expect(states.at(-1)).toBe('saved');
  });

  it('waits as long as the server asks for', async () => {
    answer = () => failure(429, 17);
    autosave.touch();
    await autosave.flush();
    expect(timers[0]?.ms).toBe(17_000);
  });

  it.each([
    [401, 'signedOut'],
    [409, 'conflict'],
  ] as const)('rests after %i and loses nothing', async (status, state) => {
    answer = () => failure(status);
    autosave.touch();
    await autosave.flush();
    autosave.touch();
    await autosave.flush();
    expect(states.at(-1)).toBe(state);
    expect(saves).toBe(1);
    expect(autosave.isPending).toBe(true);
    answer = () => Promise.resolve(true);
    autosave.resume();
    await autosave.flush();
    expect(saves).toBe(2);
    expect(autosave.isPending).toBe(false);
  });
});
