import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BenchPlatform } from '../platform/bench-platform.ts';

export interface PublishedAnew {
  /** From the start of the process until it is live and searchable. */
  readonly wholeMs: number;
  /** From the first page written to the last. */
  readonly pagesMs: number;
  readonly pages: number;
}

/** Has everything rendered again from the snapshot as it is, as after a change of the code. */
export async function publishAnew(platform: BenchPlatform): Promise<PublishedAnew> {
  const { dataDir } = platform.settings;
  await platform.stop('publisher');
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith('pages.db'))) {
    rmSync(path.join(dataDir, name));
  }
  const begun = performance.now();
  const begunAt = Date.now();
  await platform.startPublisher();
  const wholeMs = performance.now() - begun;
  const written = readdirSync(platform.liveDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  const first = Math.min(...chunked(written, Math.min));
  if (first < begunAt - 1000) throw new Error('Pages were taken over that should be made anew.');
  const last = Math.max(...chunked(written, Math.max));
  return { wholeMs, pagesMs: last - first, pages: written.length };
}

/** The least or most of each thousand: there are more pages than a call takes arguments. */
function chunked(values: readonly number[], choose: (...values: number[]) => number): number[] {
  const starts = Array.from(
    { length: Math.ceil(values.length / 1000) },
    (_, index) => index * 1000,
  );
  return starts.map((start) => choose(...values.slice(start, start + 1000)));
}
