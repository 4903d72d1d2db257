import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { startMailInbox, type MailInbox } from '../support/mail-inbox.js';

const MINUTE_MS = 60_000;
const jobSchema = z.object({
  to: z.string().nullable(),
  values: z.unknown(),
  tries: z.number(),
  lastError: z.string().nullable(),
  endedAt: z.unknown(),
});

let inbox: MailInbox;
let cms: RunningCms;
beforeAll(async () => {
  inbox = await startMailInbox();
  cms = await boot({ env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(inbox.smtpPort) } });
});
afterAll(async () => {
  await cms.stop();
  await inbox.stop();
});

const { queueMail } = compiled('mail/queue-mail');
const { sendMails, readMailQueue } = compiled('mail/send-mails');
const to = 'member@example.org';
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);

async function readJobs() {
  const rows: unknown = await cms.strapi.db
    .query('api::mail-job.mail-job')
    .findMany({ orderBy: { id: 'asc' } });
  return z.array(jobSchema).parse(rows);
}

const queue = (title: string) =>
  queueMail(cms.strapi, {
    to,
    language: 'it',
    template: 'submitted',
    values: { title, link: 'https://see.example/it/members' },
  });

it('sends a mail once, as plain text in the member’s language, and forgets its words', async () => {
  await queue('Una piazza');
  expect(await readMailQueue(cms.strapi)).toMatchObject({ waiting: 1 });
  await Promise.all([sendMails(cms.strapi), sendMails(cms.strapi)]);
  const mails = await inbox.read();
  expect(mails).toMatchObject([
    { subject: 'Abbiamo ricevuto «Una piazza»', to: [{ address: to }] },
  ]);
  expect(mails[0]?.html ?? '').toBe('');
  expect(await readJobs()).toMatchObject([{ to: null, values: null, lastError: null, tries: 1 }]);
  expect(await readMailQueue(cms.strapi)).toEqual({ waiting: 0, oldestAt: null });
});

it('sends nothing of a transaction that was rolled back', async () => {
  const undone = cms.strapi.db.transaction(async () => {
    await queue('Never');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await sendMails(cms.strapi);
  expect(await inbox.read()).toHaveLength(1);
});

it('tries again with pauses while the server is away, and holds back no other mail', async () => {
  await inbox.stop();
  await queue('Due fiumi');
  await sendMails(cms.strapi);
  await sendMails(cms.strapi);
  const [, job] = await readJobs();
  expect(job).toMatchObject({ to, tries: 1, endedAt: null });
  expect(job?.lastError).not.toContain(to);
  inbox = await startMailInbox(inbox.smtpPort);
  await sendMails(cms.strapi, later(2));
  expect((await inbox.read()).map(({ subject }) => subject)).toEqual([
    'Abbiamo ricevuto «Due fiumi»',
  ]);
});

it('gives a mail up in the end, and forgets it too', async () => {
  await inbox.stop();
  await queue('Tre ponti');
  let days = 0;
  for (; days < 20 && (await readMailQueue(cms.strapi)).waiting > 0; days += 1) {
    await sendMails(cms.strapi, later(days * 24 * 60 + 1));
  }
  expect(days).toBeGreaterThan(10);
  expect((await readJobs()).at(-1)).toMatchObject({ to: null, values: null, tries: 13 });
  inbox = await startMailInbox();
});
