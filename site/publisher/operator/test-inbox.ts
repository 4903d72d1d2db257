/** The mail server of `npm start` for tests, on ports of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';

const soon = { timeout: 20_000 };
const mailsSchema = z.array(
  z.object({
    subject: z.string(),
    text: z.string(),
    to: z.array(z.object({ address: z.string() })),
  }),
);

export interface Inbox {
  /** The port that takes mails. */
  smtp: number;
  mails: () => Promise<z.infer<typeof mailsSchema>>;
  subjects: () => Promise<string[]>;
  empty: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startInbox(): Promise<Inbox> {
  const [smtp, web] = [await freePort(), await freePort()];
  const program = path.resolve(
    import.meta.dirname,
    '../../../node_modules/maildev/dist/bin/maildev.js',
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'see-inbox-'));
  const options = ['--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--mail-directory', folder];
  const ports = ['--smtp', String(smtp), '--web', String(web)];
  const child = spawn(process.execPath, [program, ...options, ...ports], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${web}`;
  await vi.waitFor(async () => {
    expect((await fetch(`${url}/api/healthz`)).status).toBe(200);
  }, soon);
  const mails = async () => mailsSchema.parse(await (await fetch(`${url}/api/email`)).json());
  return {
    smtp,
    mails,
    subjects: async () => (await mails()).map(({ subject }) => subject),
    empty: async () => {
      await fetch(`${url}/api/email/all`, { method: 'DELETE' });
    },
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port could be found.');
  return address.port;
}
