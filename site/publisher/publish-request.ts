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
  for (;;) {
    await wait(everyMs);
    const status = await readStatus(publisherUrl);
    // A failure from before the notice is not the answer to it.
    const hasFailed = Date.parse(status.lastError?.at ?? '') >= asked;
    if (hasFailed || (!status.pending && status.state !== 'building')) return status;
  }
}

export async function readStatus(publisherUrl: string): Promise<PublisherStatus> {
  const answer = await fetch(new URL('/status', publisherUrl));
  return statusSchema.parse(await answer.json());
}
