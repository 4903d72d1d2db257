import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/**
 * Lets others go first, from 1 (a little) to 19: what follows an edit must not keep the next edit
 * waiting. Only Linux gives each thread a priority; elsewhere the work takes its turn.
 */
export function giveWay(by: number): void {
  try {
    const thread = path.basename(readlinkSync('/proc/thread-self'));
    setPriority(Number(thread), by);
  } catch {
    // There is no such place, or it may not be changed.
  }
}
