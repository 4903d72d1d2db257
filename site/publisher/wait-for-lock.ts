import { setTimeout as wait } from 'node:timers/promises';
import { LockHeldError, takeLock } from './process-lock.ts';

const everyMs = 250;

/** Takes a lock as soon as no living process holds it; throws when aborted before that. */
export async function waitForLock(file: string, signal?: AbortSignal): Promise<() => void> {
  for (;;) {
    try {
      return takeLock(file, ({ pid }) => `Process ${pid} holds ${file}.`);
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      await wait(everyMs, undefined, signal ? { signal } : {});
    }
  }
}
