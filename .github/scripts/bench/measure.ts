/** Which figures a run takes, in the order that disturbs them least. */
import { complain } from '../../../site/publisher/terminal.ts';
import { type Say, step } from '../machine/progress.ts';
import { type Figure, notMeasured } from './figure.ts';
import type { Options, RowName } from './options.ts';
import type { BenchPlatform } from './platform/bench-platform.ts';
import { makePlatform } from './platform/make-platform.ts';
import { measureGrowth } from './rows/growth.ts';
import { measureMemory } from './rows/memory.ts';
import { measurePreview } from './rows/preview-draft.ts';
import { measurePublish } from './rows/publish-edit.ts';
import { measureFullPublish } from './rows/full-publish.ts';
import { measurePull } from './rows/full-pull.ts';
import { measureRename } from './rows/rename-city.ts';
import { measureSameness } from './rows/same-as-clean.ts';
import { measureUnpublish } from './rows/unpublish.ts';

type Row = {
  row: RowName;
  title: string;
  run: (platform: BenchPlatform, entries: number, say: Say) => Promise<Figure[]>;
};

const rows: readonly Row[] = [
  { row: '5', title: 'everything is pulled', run: measurePull },
  { row: '1', title: 'edits are published', run: measurePublish },
  { row: '8b', title: 'drafts are previewed', run: measurePreview },
  { row: '2', title: 'entries are unpublished', run: measureUnpublish },
  { row: '3', title: 'a city is renamed', run: measureRename },
  {
    row: '6',
    title: 'what random edits leave is held against a clean build',
    run: measureSameness,
  },
  { row: '4', title: 'everything is published anew, and rivals build', run: measureFullPublish },
  { row: '7', title: 'memory is looked at', run: measureMemory },
];

/** How many entries row 8 compares with. */
const fewEntries = 1_000;

export async function measure(
  options: Options,
  folder: string,
  signal: AbortSignal,
): Promise<Figure[]> {
  const { entries, rows: wanted } = options;
  const figures: Figure[] = [];
  await withPlatform(options, { folder, entries, signal }, async (platform) => {
    for (const { row, title, run } of rows) {
      if (!wanted.has(row)) continue;
      const work = step(`row ${row}: ${title}`, (say) => run(platform, entries, say));
      // The other rows are worth having all the same.
      figures.push(...(await work.catch((error: unknown) => [unmeasured(row, entries, error)])));
      signal.throwIfAborted();
    }
    if (!wanted.has('8')) return;
    figures.push(await growth(platform).catch((error: unknown) => unmeasured('8', entries, error)));
    signal.throwIfAborted();
  });
  return figures;

  async function growth(platform: BenchPlatform): Promise<Figure> {
    const many = await step('row 8: edits are published', (say) => measureGrowth(platform, say));
    await platform.stop();
    const few = await withPlatform(options, { folder, entries: fewEntries, signal }, (smaller) =>
      step(`row 8: edits at ${fewEntries} entries`, (say) => measureGrowth(smaller, say)),
    );
    return {
      row: '8',
      what: `cost of one edit, at ${entries} against ${fewEntries} entries`,
      entries,
      value: Math.round((many / few) * 100) / 100,
      unit: '×',
      reach: { atMost: 2 },
      note: `median publish-to-live ${Math.round(many)} ms against ${Math.round(few)} ms`,
    };
  }
}

async function withPlatform<T>(
  { profile }: Options,
  given: { folder: string; entries: number; signal: AbortSignal },
  work: (platform: BenchPlatform) => Promise<T>,
): Promise<T> {
  const platform = await makePlatform(given);
  try {
    await step('the CMS answers', () => platform.startCms());
    await step('the site is served', () => platform.startSite());
    await step('the first publish is live', () => platform.startPublisher());
    if (profile) {
      // The first publish would hide the edits.
      await platform.stop('publisher');
      await step('the publisher is profiled', () => platform.startPublisher({ isProfiled: true }));
    }
    return await work(platform);
  } finally {
    await platform.stop();
  }
}

function unmeasured(row: RowName, entries: number, error: unknown): Figure {
  const note = error instanceof Error ? error.message : String(error);
  complain(`Row ${row} could not be measured: ${note}`);
  return {
    row,
    what: notMeasured,
    entries,
    value: null,
    unit: '',
    reach: null,
    note: note.slice(0, 300),
  };
}
