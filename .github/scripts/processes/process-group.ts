import { processStart } from '../../../site/publisher/process-lock.ts';
import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 50;

/** Ends a process and all it started: asks first, and insists after some seconds. */
export async function endGroup(leader: number, graceMs = 8_000): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (processStart(leader) !== null && Date.now() < deadline) await wait(everyMs);
  // Also when the leader went by itself: what it started may still be there.
  signalGroup(leader, 'SIGKILL');
  while (processStart(leader) !== null) await wait(everyMs);
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
