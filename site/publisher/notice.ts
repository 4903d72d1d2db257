import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const windowMs = 5 * 60 * 1000;
const seenSchema = z.array(z.object({ signature: z.string(), at: z.number() }));
type Seen = z.infer<typeof seenSchema>;

/** A notice as it arrives: two headers and the body's bytes. */
export interface Notice {
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
}

/** Hex HMAC-SHA256 of `timestamp.rawBody`. */
export function signNotice(secret: string, timestamp: string, rawBody: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('hex');
}

/** Knows a true notice from a forged, an old or a repeated one; remembers across restarts. */
export class NoticeGuard {
  readonly #secret: string;
  readonly #file: string;

  constructor(secret: string, file: string) {
    this.#secret = secret;
    this.#file = file;
  }

  /** Null for a notice to act on, else why it is refused. Accepting it spends its signature. */
  refusalOf(notice: Notice, now: Date): string | null {
    const { signature, timestamp, rawBody } = notice;
    if (!signature || !timestamp) return 'X-See-Signature and X-See-Timestamp are needed.';
    const wanted = Buffer.from(signNotice(this.#secret, timestamp, rawBody));
    const given = Buffer.from(signature.toLowerCase());
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) {
      return 'The signature does not match the timestamp and the body.';
    }
    const at = timeOf(timestamp);
    if (at === null) return 'X-See-Timestamp is no time.';
    if (Math.abs(now.getTime() - at) > windowMs) {
      return 'The timestamp is more than five minutes from now.';
    }
    const seen = this.#read().filter((entry) => entry.at > now.getTime() - windowMs);
    const spent = wanted.toString();
    if (seen.some((entry) => entry.signature === spent)) return 'This notice was used before.';
    // A timestamp may lie ahead by the window, so it must be remembered until it is out of it.
    this.#write([...seen, { signature: spent, at: Math.max(at, now.getTime()) }]);
    return null;
  }

  #read(): Seen {
    try {
      return seenSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }

  #write(seen: Seen): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.part`, JSON.stringify(seen));
    renameSync(`${this.#file}.part`, this.#file);
  }
}

/** Seconds or milliseconds since 1970, or an ISO time. */
function timeOf(timestamp: string): number | null {
  if (/^\d{1,10}$/.test(timestamp)) return Number(timestamp) * 1000;
  const at = /^\d+$/.test(timestamp) ? Number(timestamp) : Date.parse(timestamp);
  return Number.isFinite(at) ? at : null;
}
