import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 10;
/** For what is too large to be fetched again and again. */
const everyLongMs = 100;
const longestMs = 180_000;
// Packed anew for every look, the pages would cost the machine more than the publish.
const headers = { 'Accept-Encoding': 'identity' };

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A reader of the site, over HTTP. */
export class Reader {
  readonly #siteUrl: string;

  constructor(sitePort: number) {
    this.#siteUrl = `http://127.0.0.1:${sitePort}`;
  }

  async get(address: string): Promise<Answer> {
    const answer = await fetch(this.#siteUrl + address, { headers, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  }

  async bytes(address: string): Promise<Buffer> {
    const answer = await fetch(this.#siteUrl + address, { headers });
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Another one when the bytes behind the address are other ones. */
  async tag(address: string): Promise<string> {
    const answer = await fetch(this.#siteUrl + address, { method: 'HEAD', headers });
    return answer.headers.get('etag') ?? `${answer.headers.get('last-modified')}`;
  }

  /** Looks every 10 ms until it is as wanted; answers when that was (as `performance.now()`). */
  async see(address: string, isWanted: (answer: Answer) => boolean): Promise<number> {
    return until(address, everyMs, async () => isWanted(await this.get(address)));
  }

  /** Looks every 100 ms until the bytes are not those of `tag` any more. */
  async seeOther(address: string, tag: string): Promise<number> {
    return until(address, everyLongMs, async () => (await this.tag(address)) !== tag);
  }
}

async function until(
  address: string,
  pauseMs: number,
  isThere: () => Promise<boolean>,
): Promise<number> {
  const begun = performance.now();
  while (!(await isThere())) {
    if (performance.now() - begun > longestMs) {
      throw new Error(`${address} was not as it should be within ${longestMs / 1000} s.`);
    }
    await wait(pauseMs);
  }
  return performance.now();
}
