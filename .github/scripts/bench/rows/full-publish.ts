/** Row 4: everything is rendered from a warm snapshot, and other ways of doing that. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWithAstro } from '../../../../site/publisher/astro-build.ts';
import type { Say } from '../../machine/progress.ts';
import { type Figure, inSeconds, type Reach } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { runCollections } from '../rivals/collections.ts';
import { runEleventy } from '../rivals/eleventy.ts';
import { runCopy, runLinks, runPagefind } from '../rivals/floors.ts';
import { runHugo } from '../rivals/hugo.ts';
import { type RivalResult, type RivalTask, timed } from '../rivals/rival.ts';
import { publishAnew } from './publish-anew.ts';

type Rival = { name: string; run: (task: RivalTask) => Promise<RivalResult>; reach: Reach | null };

export async function measureFullPublish(
  platform: BenchPlatform,
  entries: number,
  say: Say,
): Promise<Figure[]> {
  const own = await publishAnew(platform);
  const figures: Figure[] = [
    {
      row: '4',
      what: 'full publish from a warm snapshot, all languages',
      entries,
      value: inSeconds(own.pagesMs),
      unit: 's',
      reach: null,
      note: `${own.pages} pages, ${inMs(own.pagesMs / own.pages)} ms each; with start, open data and search ${inSeconds(own.wholeMs)} s`,
    },
  ];
  const { liveDir } = platform;
  const practices = readdirSync(path.join(liveDir, 'practices')).length;
  // What runs beside a rival would slow it down.
  await platform.stop();
  const rivals: readonly Rival[] = [
    { name: 'astro build', run: runAstro(own.pages), reach: null },
    { name: 'Astro content collections', run: runCollections, reach: { atMost: 0.25 } },
    { name: 'Eleventy', run: runEleventy, reach: { atMost: 0.5 } },
    { name: 'Hugo', run: runHugo, reach: { atMost: 1.5 } },
    { name: 'Pagefind', run: (task) => runPagefind(task, practices), reach: null },
    { name: 'cp', run: (task) => runCopy(task, own.pages), reach: null },
    { name: 'hard links', run: (task) => runLinks(task, own.pages), reach: null },
  ];
  for (const { name, run, reach } of rivals) {
    const result = await inFolder((folder) =>
      run({
        folder,
        liveDir,
        snapshotFile: platform.snapshotFile,
        siteUrl: platform.settings.siteUrl,
        signal: platform.signal,
      }),
    ).catch((error: unknown): RivalResult => {
      platform.signal.throwIfAborted();
      return { skipped: firstLineOf(error) };
    });
    const figure = against(own.pagesMs / own.pages, result, { name, entries, reach });
    say(`${figure.what}: ${figure.value ?? 'not measured'} (${figure.note})`);
    figures.push(figure);
  }
  await platform.startCms();
  await platform.startSite();
  await platform.startPublisher();
  return figures;
}

/** Pages differ in number from way to way, so a page is held against a page. */
function against(
  ownMsPerPage: number,
  result: RivalResult,
  { name, entries, reach }: { name: string; entries: number; reach: Reach | null },
): Figure {
  const shared = { row: '4', entries, unit: '×', reach } as const;
  const what = `full publish, a page against a page of: ${name}`;
  if ('skipped' in result)
    return { ...shared, what, value: null, note: `skipped: ${result.skipped}` };
  const msPerPage = result.ms / result.pages;
  return {
    ...shared,
    what,
    value: Math.round((ownMsPerPage / msPerPage) * 100) / 100,
    note: `${inSeconds(result.ms)} s for ${result.pages} pages, ${inMs(msPerPage)} ms each: ${result.what}`,
  };
}

function runAstro(pages: number): Rival['run'] {
  return async ({ snapshotFile, siteUrl, signal }) => ({
    pages,
    what: "the site's own reference build from the same snapshot",
    ms: await timed(() =>
      buildWithAstro({
        addresses: { siteUrl, cmsPublicUrl: siteUrl, contactMail: null },
        snapshotFile,
        expectedPages: [],
        signal,
      }),
    ),
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'see-rival-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const inMs = (ms: number): number => Math.round(ms * 100) / 100;

/** What a rival that fails says before its stack. */
function firstLineOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first;
}
