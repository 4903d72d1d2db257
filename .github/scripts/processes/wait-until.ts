import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 200;

/** Asks again until the answer is yes. Throws when aborted, or with `onTimeout` after the time. */
export async function waitUntil(
  isReady: () => Promise<boolean>,
  options: { signal: AbortSignal; timeoutMs: number; onTimeout: () => string },
): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(options.onTimeout());
    await wait(everyMs, undefined, { signal: options.signal });
  }
}

/** Whether an address answers with this status. */
export async function answers(url: string, status: number): Promise<boolean> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
  await answer.body?.cancel();
  return answer.status === status;
}
