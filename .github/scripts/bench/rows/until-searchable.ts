import { setTimeout as wait } from 'node:timers/promises';
import { type BenchPlatform, hasFailedSince } from '../platform/bench-platform.ts';

/** The publisher has something better to do than answer. */
const everyMs = 100;
const longestMs = 300_000;

/** Waits for a release after this time whose search finds what it shows; answers since when. */
export async function untilSearchable(platform: BenchPlatform, since: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const status = await platform.status();
    const { searchableAt, lastError } = status;
    if (hasFailedSince(status, new Date(since).toISOString())) {
      throw new Error(`The publish failed: ${lastError?.message ?? ''}`);
    }
    if (searchableAt !== null && Date.parse(searchableAt) > since) return Date.parse(searchableAt);
    if (performance.now() - begun > longestMs) {
      throw new Error(`Nothing became searchable within ${longestMs / 1000} s.`);
    }
    await wait(everyMs);
  }
}
