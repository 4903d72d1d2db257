import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createControlServer } from './control-server.ts';
import { NoticeGuard, signNotice } from './notice.ts';
import { Publisher, type PublishRequest } from './publisher.ts';
import { statusSchema } from './status.ts';
import { testFolder } from './test-folder.ts';

const secret = 'a secret that is long enough for this';
const minuteMs = 60_000;

async function startControl() {
  const dir = testFolder();
  const file = path.join(dir, 'notices.json');
  const taken: PublishRequest[] = [];
  const hints: string[] = [];
  const steps = {
    pull: () => Promise.reject(new Error('not used')),
    build: () => Promise.reject(new Error('not used')),
  };
  const publisher = new Publisher({ releasesDir: dir, steps, log: () => undefined });
  const server = createControlServer({
    status: () => publisher.status(),
    guard: new NoticeGuard(secret, file),
    onPublish: (request) => taken.push(request),
    onHint: () => hints.push('hint'),
    onRollback: () => Promise.resolve('earlier'),
    onPreview: () => Promise.resolve('<p>A draft.</p>'),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const post = (body: string, at: number | string, signature?: string) =>
    fetch(`${url}/publish`, {
      method: 'POST',
      body,
      headers: {
        'X-See-Timestamp': String(at),
        'X-See-Signature': signature ?? signNotice(secret, String(at), body),
      },
    });
  return { url, post, taken, file };
}

describe('the publisher’s door', () => {
  it('shows the status in the agreed shape', async () => {
    const { url } = await startControl();
    const answer = await fetch(`${url}/status`);
    const body: unknown = await answer.json();
    expect(statusSchema.strict().parse(body)).toMatchObject({ release: null, lastError: null });
    expect((await fetch(`${url}/status`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${url}/else`)).status).toBe(404);
  });

  it('takes a signed notice, with seconds, milliseconds or an ISO time', async () => {
    const { post, taken } = await startControl();
    expect((await post('{"clean":true}', Date.now())).status).toBe(202);
    expect((await post('', Math.floor(Date.now() / 1000))).status).toBe(202);
    expect((await post('any text', new Date().toISOString())).status).toBe(202);
    expect(taken).toEqual([{ clean: true }, { clean: false }, { clean: false }]);
  });

  it.each([
    ['a wrong signature', Date.now(), '0'.repeat(64)],
    ['a signature of another length', Date.now(), 'abc'],
    ['a timestamp of six minutes ago', Date.now() - 6 * minuteMs, undefined],
    ['a timestamp ahead by six minutes', Date.now() + 6 * minuteMs, undefined],
    ['a timestamp that is none', 'yesterday', undefined],
  ])('refuses %s', async (_, at, signature) => {
    const { post, taken } = await startControl();
    expect((await post('{}', at, signature)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it('refuses a notice without headers and one whose body was changed', async () => {
    const { url, post, taken } = await startControl();
    expect((await fetch(`${url}/publish`, { method: 'POST' })).status).toBe(401);
    const at = Date.now();
    const signature = signNotice(secret, String(at), '{}');
    expect((await post('{"clean":true}', at, signature)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it('refuses the same notice a second time, after a restart as well', async () => {
    const { post, taken, file } = await startControl();
    const at = Date.now();
    expect((await post('{}', at)).status).toBe(202);
    expect((await post('{}', at)).status).toBe(401);
    expect(taken).toHaveLength(1);
    const restarted = new NoticeGuard(secret, file);
    const notice = {
      timestamp: String(at),
      signature: signNotice(secret, String(at), '{}').toUpperCase(),
      rawBody: Buffer.from('{}'),
    };
    expect(restarted.refusalOf(notice, new Date(at + 4 * minuteMs))).toContain('used before');
  });

  it('refuses a body that is too large', async () => {
    const { post, taken } = await startControl();
    expect((await post('x'.repeat(100_000), Date.now())).status).toBe(413);
    expect(taken).toEqual([]);
  });
});
