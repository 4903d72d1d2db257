import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import type { PublisherStatus } from '../status.ts';
import { createDispatcher } from './dispatcher.ts';

const statusOf = (
  contentVersion: string,
  state: PublisherStatus['state'] = 'idle',
): PublisherStatus => ({
  state,
  release: 'x',
  publishedAt: null,
  dataAt: null,
  searchableAt: null,
  pages: 1,
  rendered: 1,
  durationMs: 1,
  contentVersion,
  lastError: null,
  heldBack: [],
  pending: false,
});

/** Something that takes dispatches as GitHub does. */
async function startCi() {
  const ci = { status: 204, got: [] as string[], url: '' };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      ci.got.push(`${request.method ?? ''} ${request.headers.authorization ?? ''} ${body}`);
      response.writeHead(ci.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be found.');
  ci.url = `http://127.0.0.1:${address.port}/dispatches`;
  return ci;
}

it('the CI is told of each new content once, and again when it did not answer well', async () => {
  const ci = await startCi();
  const clock = { at: 0 };
  const { note } = createDispatcher({
    log: () => undefined,
    now: () => clock.at,
    variables: { SEE_DISPATCH_URL: ci.url, SEE_DISPATCH_TOKEN: 'a token' },
  });
  for (const version of ['a', 'a', 'b', 'b']) await note(statusOf(version));
  const dispatch = 'POST Bearer a token {"event_type":"publish"}';
  expect(ci.got).toEqual([dispatch]);
  await note(statusOf('a', 'pinned'));
  expect(ci.got).toHaveLength(1);
  ci.status = 500;
  await note(statusOf('c'));
  await note(statusOf('c'));
  expect(ci.got).toHaveLength(2);
  ci.status = 204;
  clock.at += 30_000;
  await note(statusOf('c'));
  await note(statusOf('c'));
  expect(ci.got).toHaveLength(3);
});

it('without an address nobody is told, and one without a token is refused', async () => {
  await createDispatcher({ log: () => undefined, variables: {} }).note(statusOf('a'));
  const make = (variables: NodeJS.ProcessEnv) => () =>
    createDispatcher({ log: () => undefined, variables });
  expect(make({ SEE_DISPATCH_URL: 'https://ci.example' })).toThrow('SEE_DISPATCH_TOKEN is not set');
  expect(make({ SEE_DISPATCH_URL: 'ci' })).toThrow('SEE_DISPATCH_URL is not a web address');
});
