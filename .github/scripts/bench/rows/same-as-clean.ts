/** Row 6: after many edits the release is, byte for byte, what a clean build makes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Say } from '../../machine/progress.ts';
import { waitUntil } from '../../processes/wait-until.ts';
import type { Figure } from '../figure.ts';
import { Random } from '../generate/random.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { Editor } from '../platform/editor.ts';
import { buildClean } from './clean-build.ts';
import { newMark } from './mark.ts';
import { RandomEditing } from './random-editing.ts';
import { differingFiles } from './release-files.ts';

const seed = 20_261_129;
const stepsTaken = 200;
const comparedEvery = 50;
/** Where there are more, a clean build takes too long to be made more than once. */
const mostComparedOften = 1_000;
/** From here on changes are searched beside the index, which a clean build has no reason for. */
const mostIndexedWhole = 1_500;
const namesShown = 10;
const openDataMs = 10 * 60_000;

export async function measureSameness(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const editor = await Editor.signIn(platform.settings);
  const random = new Random(seed);
  const editing = new RandomEditing(editor, random, platform.snapshotFile);
  let differing: string[] = [];
  let comparisons = 0;
  for (let step = 1; step <= stepsTaken; step += 1) {
    const mark = newMark();
    say(`step ${step} of ${stepsTaken}: ${await editing.step(mark)}`);
    // Some edits are published together, some by themselves, some while the search is made.
    if (random.chance(0.1)) await platform.settled();
    const isLast = step === stepsTaken;
    if (!isLast && (entries > mostComparedOften || step % comparedEvery > 0)) continue;
    differing = await compare(platform, editing, entries);
    comparisons += 1;
    say(`after ${step} steps ${differing.length} files differ from a clean build`);
    if (differing.length > 0) break;
  }
  const without = entries > mostIndexedWhole ? '; the search index, made in layers, left out' : '';
  const names = differing.slice(0, namesShown).join(', ');
  return [
    {
      row: '6',
      what: `files that differ from a clean build after ${stepsTaken} random edits`,
      entries,
      value: differing.length,
      unit: '',
      reach: { atMost: 0 },
      note: names || `compared ${comparisons} times${without}`,
    },
  ];
}

async function compare(
  platform: BenchPlatform,
  editing: RandomEditing,
  entries: number,
): Promise<string[]> {
  await untilAllIsLive(platform, editing);
  const differing = await buildClean(platform, (dir) => differingFiles(platform.liveDir, dir));
  return entries > mostIndexedWhole
    ? differing.filter((name) => !name.startsWith('pagefind/'))
    : differing;
}

/** No status tells of open data, so it is waited for until it holds a last edit. */
async function untilAllIsLive(platform: BenchPlatform, editing: RandomEditing): Promise<void> {
  const mark = newMark();
  await editing.rename(mark);
  await platform.settled();
  const { signal } = platform;
  const hasMark = () =>
    readFileSync(path.join(platform.liveDir, 'data/practices.csv'), 'utf8').includes(mark);
  await waitUntil(() => Promise.resolve(hasMark()), {
    signal,
    timeoutMs: openDataMs,
    onTimeout: () => 'Open data did not follow the last edit.',
  });
  await platform.settled();
}
