import { setTimeout as wait } from 'node:timers/promises';
import type { BenchPlatform } from '../platform/bench-platform.ts';

const everyMs = 20;
const longestMs = 300_000;

/** Waits for a release after this time whose search finds what it shows; answers since when. */
export async function untilSearchable(platform: BenchPlatform, since: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { searchableAt, state, lastError } = await platform.status();
    if (state === 'failed') throw new Error(`The publish failed: ${lastError?.message ?? ''}`);
    if (searchableAt !== null && Date.parse(searchableAt) > since) return Date.parse(searchableAt);
    if (performance.now() - begun > longestMs) {
      throw new Error(`Nothing became searchable within ${longestMs / 1000} s.`);
    }
    await wait(everyMs);
  }
}
