/** Which figures a run takes, in the order that disturbs them least. */
import { step } from '../machine/progress.ts';
import type { Figure } from './figure.ts';
import type { Options, RowName } from './options.ts';
import type { BenchPlatform } from './platform/bench-platform.ts';
import { makePlatform } from './platform/make-platform.ts';
import { measurePull } from './rows/full-pull.ts';
import { measurePublish } from './rows/publish-edit.ts';
import { measureRename } from './rows/rename-city.ts';
import { measureUnpublish } from './rows/unpublish.ts';
import type { Say } from '../machine/progress.ts';

type Row = {
  row: RowName;
  title: string;
  run: (platform: BenchPlatform, entries: number, say: Say) => Promise<Figure[]>;
};

const rows: readonly Row[] = [
  { row: '5', title: 'everything is pulled', run: measurePull },
  { row: '1', title: 'edits are published', run: measurePublish },
  { row: '2', title: 'entries are unpublished', run: measureUnpublish },
  { row: '3', title: 'a city is renamed', run: measureRename },
];

export async function measure(
  { entries, rows: wanted, profile }: Options,
  folder: string,
  signal: AbortSignal,
): Promise<Figure[]> {
  const platform = await makePlatform({ folder, entries, signal, profile });
  const figures: Figure[] = [];
  try {
    await step('the CMS answers', () => platform.startCms());
    await step('the site is served', () => platform.startSite());
    await step('the first publish is live', () => platform.startPublisher());
    for (const { row, title, run } of rows) {
      if (!wanted.has(row)) continue;
      figures.push(...(await step(`row ${row}: ${title}`, (say) => run(platform, entries, say))));
    }
  } finally {
    await platform.stop();
  }
  return figures;
}
