/** Row 7: what the publisher needs of memory. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { publishAnew } from './publish-anew.ts';

/** Some time after its last release a publisher gives back what it does not need. */
const restMs = 90_000;
const megabyte = 1024 * 1024;

export async function measureMemory(platform: BenchPlatform, entries: number): Promise<Figure[]> {
  await publishAnew(platform);
  const peak = platform.process('publisher').memory()?.peak ?? null;
  // At rest is a publisher that carried on from an earlier release, as after every restart.
  await platform.stop('publisher');
  await platform.startPublisher();
  await wait(restMs);
  const atRest = platform.process('publisher').memory()?.now ?? null;
  const figure = (what: string, bytes: number | null, most: number): Figure => ({
    row: '7',
    what,
    entries,
    value: bytes === null ? null : Math.round(bytes / megabyte),
    unit: 'MB',
    reach: { atMost: most },
    note: bytes === null ? 'this system does not tell what a process needs' : '',
  });
  return [
    figure('memory of the publisher and its workers, peak of a full build with search', peak, 1024),
    figure('memory of the publisher at rest', atRest, 300),
  ];
}
