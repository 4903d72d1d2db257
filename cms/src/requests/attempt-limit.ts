import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

interface Window {
  endsAt: number;
  taken: number;
}

/** More than this many keys at once is an attack on the memory: the oldest make room. */
const MAX_KEYS = 20_000;

/** So many attempts of one kind within a stretch of time, each counted under a key. */
export interface AttemptLimit {
  /** Counts an attempt. @returns the seconds to wait when there is none left, else 0 */
  take: (key: string) => number;
  /** Forgets what was counted, after an attempt that turned out right. */
  clear: (key: string) => void;
}

/** Counts in the memory of the one process that answers: a restart forgets, which helps nobody. */
export function limitAttempts(max: number, inSeconds: number): AttemptLimit {
  const windows = new Map<string, Window>();
  const open = (key: string, now: number): Window => {
    const known = windows.get(key);
    if (known && known.endsAt > now) return known;
    windows.delete(key);
    const [oldest] = windows.keys();
    if (windows.size >= MAX_KEYS && oldest !== undefined) windows.delete(oldest);
    const fresh = { endsAt: now + inSeconds * 1000, taken: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    take: (key) => {
      const now = Date.now();
      const window = open(key, now);
      window.taken += 1;
      return window.taken > max ? Math.ceil((window.endsAt - now) / 1000) : 0;
    },
    clear: (key) => windows.delete(key),
  };
}

/**
 * Where a request comes from. Koa believes a proxy for one hop and only behind TLS; whoever has an
 * IPv6 address has the 2^64 around it.
 */
export function senderOf(ctx: Context): string {
  const ip = ctx.ip.replace(/^::ffff:/, '');
  return ip.includes(':') ? networkOf(ip) : ip;
}

function networkOf(ip: string): string {
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** @throws RateLimitError, answered as 429 with `Retry-After`, when a wait is left */
export function refuseTooOften(ctx: Context, waitSeconds: number): void {
  if (waitSeconds === 0) return;
  ctx.set('retry-after', String(waitSeconds));
  const message = `That was tried too often: try again in ${Math.ceil(waitSeconds / 60)} min.`;
  throw new errors.RateLimitError(message, { errors: [{ path: [], message }] });
}
