import { setTimeout as wait } from 'node:timers/promises';
import { signNotice } from './notice.ts';
import { type PublisherStatus, statusSchema } from './status.ts';

const everyMs = 300;

/** Asks a running publisher to publish and waits until it has. */
export async function requestPublish(
  publisherUrl: string,
  secret: string,
  request: { clean: boolean },
): Promise<PublisherStatus> {
  const body = JSON.stringify(request);
  const timestamp = String(Date.now());
  const answer = await fetch(new URL('/publish', publisherUrl), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-See-Timestamp': timestamp,
      'X-See-Signature': signNotice(secret, timestamp, body),
    },
    body,
  });
  if (answer.status !== 202) {
    throw new Error(
      `The publisher at ${publisherUrl} refused the notice with ${answer.status}: ${await answer.text()}`,
    );
  }
  const asked = Date.now();
  const failures = new Set<string>();
  for (;;) {
    await wait(everyMs);
    const status = await readStatus(publisherUrl);
    if (!status.pending && status.state !== 'building') return status;
    const failedAt = status.lastError?.at ?? '';
    if (Date.parse(failedAt) >= asked) failures.add(failedAt);
    // The first may be of a publish that was under way before; a second one is about this.
    if (failures.size > 1) return status;
  }
}

export async function readStatus(publisherUrl: string): Promise<PublisherStatus> {
  const answer = await fetch(new URL('/status', publisherUrl));
  return statusSchema.parse(await answer.json());
}
