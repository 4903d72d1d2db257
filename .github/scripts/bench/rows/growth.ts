/** Row 8: what one edit costs, to be compared between few entries and many. */
import type { Say } from '../../machine/progress.ts';
import { median } from '../figure.ts';
import type { BenchPlatform } from '../platform/bench-platform.ts';
import { publishEdits } from './publish-edit.ts';

/** The median of the milliseconds from the editor's call to the new bytes. */
export async function measureGrowth(platform: BenchPlatform, say: Say): Promise<number> {
  const times = await publishEdits(platform, { edits: 20, isQuiet: true, say });
  return median(times.map(({ live }) => live));
}
