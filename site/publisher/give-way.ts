import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/**
 * Has this thread let others go first, from 1 (a little) to 19: what follows an edit must not keep
 * the next edit waiting. Only Linux gives each thread a priority; elsewhere the work takes its turn.
 */
export function giveWay(by: number): void {
  try {
    haveGiveWay(Number(path.basename(readlinkSync('/proc/thread-self'))), by);
  } catch {
    // There is no such place.
  }
}

/** The same for another process. One that has just begun has no other threads yet. */
export function haveGiveWay(process: number, by: number): void {
  try {
    setPriority(process, by);
  } catch {
    // It may not be changed, or has ended.
  }
}
