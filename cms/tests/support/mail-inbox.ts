import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { freePort } from './free-port.js';

const mailsSchema = z.array(
  z.object({
    subject: z.string(),
    text: z.string(),
    html: z.string().optional(),
    to: z.array(z.object({ address: z.string() })),
  }),
);
type CaughtMail = z.output<typeof mailsSchema>[number];

export interface MailInbox {
  smtpPort: number;
  /** Every mail caught so far, oldest first. */
  read: () => Promise<CaughtMail[]>;
  stop: () => Promise<void>;
}

const PROGRAM = path.resolve(
  import.meta.dirname,
  '../../../node_modules/maildev/dist/bin/maildev.js',
);

/** The mail server of `npm start`, on ports of its own. */
export async function startMailInbox(smtpPort?: number): Promise<MailInbox> {
  const smtp = smtpPort ?? (await freePort());
  const web = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'see-inbox-'));
  const options = {
    '--ip': '127.0.0.1',
    '--web-ip': '127.0.0.1',
    '--mail-directory': folder,
    '--smtp': String(smtp),
    '--web': String(web),
  };
  const child = spawn(process.execPath, [PROGRAM, ...Object.entries(options).flat()], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${web}`;
  await vi.waitFor(async () => expect((await fetch(`${url}/api/healthz`)).status).toBe(200), {
    timeout: 30_000,
  });
  return {
    smtpPort: smtp,
    read: async () => mailsSchema.parse(await (await fetch(`${url}/api/email`)).json()),
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
