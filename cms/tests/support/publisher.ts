import { createServer } from 'node:http';
import { z } from 'zod';
import { signNotice, signRequest } from '../../src/publishing/signature.js';
import type { RunningCms } from './boot.js';

const answerSchema = z.looseObject({
  data: z.unknown().optional(),
  epoch: z.string().optional(),
});

export interface PublisherAnswer {
  status: number;
  body: z.output<typeof answerSchema>;
}

/** Asks as the publisher does; the overrides make what others might try. */
export async function askAsPublisher(
  cms: RunningCms,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  overrides: { secret?: string; timestamp?: string; rawBody?: string } = {},
): Promise<PublisherAnswer> {
  const rawBody = body === undefined ? '' : JSON.stringify(body);
  const timestamp = overrides.timestamp ?? String(Date.now());
  const secret = overrides.secret ?? cms.env.SEE_PUBLISH_SECRET ?? '';
  const response = await fetch(cms.url + path, {
    method,
    headers: {
      'x-see-timestamp': timestamp,
      'x-see-signature': signRequest(secret, { timestamp, method, path, rawBody }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: overrides.rawBody ?? rawBody }),
  });
  const text = await response.text();
  return { status: response.status, body: answerSchema.parse(text ? JSON.parse(text) : {}) };
}

export const changesSchema = z.array(
  z.object({
    sequence: z.number(),
    at: z.iso.datetime(),
    type: z.string(),
    documentId: z.string(),
    locale: z.string().nullable(),
    change: z.string(),
  }),
);

interface Notice {
  path: string;
  body: string;
  isSigned: boolean;
}

export interface FakePublisher {
  url: string;
  notices: Notice[];
  /** Resolves when so many notices have come in all. */
  received: (count: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** A publisher that takes notices down and answers 202, or what `answer` makes of a request. */
export async function startFakePublisher(
  secret: string,
  answer: (path: string) => { status: number; body?: object } | 'never' = () => ({ status: 202 }),
): Promise<FakePublisher> {
  const notices: Notice[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const timestamp = String(request.headers['x-see-timestamp']);
      const path = request.url ?? '';
      if (request.method === 'POST') {
        const isSigned =
          request.headers['x-see-signature'] === signNotice(secret, timestamp, body) &&
          Math.abs(Date.now() - Number(timestamp)) < 60_000;
        notices.push({ path, body, isSigned });
      }
      for (const { count, resolve } of waiting) if (notices.length >= count) resolve();
      const answered = answer(path);
      if (answered === 'never') return;
      response.writeHead(answered.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answered.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be found.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    notices,
    received: (count) =>
      new Promise<void>((resolve) => {
        if (notices.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
