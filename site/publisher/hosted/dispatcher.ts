/** Tells a CI that builds the site elsewhere that there is something new to build. */
import { z } from 'zod';
import type { PublisherStatus } from '../status.ts';

const timeoutMs = 10_000;
const resendMs = 30_000;

const environment = z
  .object({
    SEE_DISPATCH_URL: z
      .url({
        protocol: /^https?$/,
        error:
          'SEE_DISPATCH_URL is not a web address: write it like https://api.github.com/repos/OWNER/REPOSITORY/dispatches.',
      })
      .optional(),
    SEE_DISPATCH_TOKEN: z.string().optional(),
  })
  .refine(({ SEE_DISPATCH_URL: url, SEE_DISPATCH_TOKEN: token }) => !url || token, {
    error: 'SEE_DISPATCH_TOKEN is not set: the dispatch to SEE_DISPATCH_URL needs it.',
  });

export interface DispatcherOptions {
  log: (line: string) => void;
  variables?: NodeJS.ProcessEnv;
  now?: () => number;
}

export interface Dispatcher {
  /** To be called after each try to publish. Never rejects. */
  note: (status: PublisherStatus) => Promise<void>;
}

/** Throws a sentence when its settings are wrong; without settings it does nothing. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { log, variables = process.env, now = Date.now } = options;
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  const { SEE_DISPATCH_URL: url, SEE_DISPATCH_TOKEN: token = '' } = parsed.data;
  if (!url) return { note: () => Promise.resolve() };
  /** What was live when this process began is the schedule's affair. */
  let told: string | null = null;
  let nextTry = 0;
  return {
    note: async ({ state, contentVersion }) => {
      if (state !== 'idle' || contentVersion === null || contentVersion === told) return;
      if (told === null) {
        told = contentVersion;
        return;
      }
      if (now() < nextTry) return;
      const before = told;
      told = contentVersion;
      try {
        await send(url, token);
        log('told the CI that builds the site elsewhere');
      } catch (error) {
        told = before;
        nextTry = now() + resendMs;
        log(`the CI that builds the site elsewhere could not be told: ${String(error)}`);
      }
    },
  };
}

async function send(url: string, token: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/vnd.github+json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ event_type: 'publish' }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`It answered with status ${answer.status}.`);
}
