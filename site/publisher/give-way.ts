import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets other processes go first, from 1 (a little) to 19: what follows an edit must not keep the
 * next edit waiting. Linux keeps a priority for each thread of a process.
 */
export function giveWay(by: number): void {
  try {
    setPriority(by);
    for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), by);
  } catch {
    // There is no such place, or it may not be changed: the work takes its turn.
  }
}
