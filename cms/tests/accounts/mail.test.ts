import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { startMailInbox, type MailInbox } from '../support/mail-inbox.js';
import { visitorOf } from './visitor.js';

const SITE = 'https://see.example';
const EMAIL = 'maria@example.org';

let inbox: MailInbox;
let cms: RunningCms;
beforeAll(async () => {
  inbox = await startMailInbox();
  const smtp = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(inbox.smtpPort) };
  cms = await boot({ listen: true, env: { ...smtp, SITE_URL: SITE } });
});
afterAll(async () => {
  await cms.stop();
  await inbox.stop();
});

const { sendMails } = compiled('mail/send-mails');
const visitor = visitorOf(() => cms);

/** The one link of the newest mail that arrived. */
async function arrivedLink(): Promise<URL> {
  await sendMails(cms.strapi);
  const newest = (await inbox.read()).at(-1);
  expect(newest?.to).toEqual([{ address: EMAIL }]);
  const [link] = /https:\S+\?\S+/.exec(newest?.text ?? '') ?? [];
  return new URL(link ?? 'https://no-link.example');
}

it('leads by mail from registering to a new password', async () => {
  await visitor.register(EMAIL, { language: 'ro' });
  const confirm = await arrivedLink();
  expect(confirm.origin + confirm.pathname).toBe(`${SITE}/ro/members/confirm`);
  const confirmation = confirm.searchParams.get('confirmation') ?? '';
  expect((await visitor.confirm(confirmation)).status).toBe(200);

  await visitor.post('/forgot-password', { email: EMAIL });
  const reset = await arrivedLink();
  expect(reset.origin + reset.pathname).toBe(`${SITE}/ro/members/reset`);
  const code = reset.searchParams.get('code') ?? '';
  const password = 'a second quiet lane';
  expect((await visitor.post('/reset-password', { code, password })).status).toBe(200);
  expect((await visitor.signIn(EMAIL, password)).status).toBe(200);
});

it('answers while no mail server does, and sends the mail later', async () => {
  const port = inbox.smtpPort;
  await inbox.stop();
  const email = 'later@example.org';
  expect((await visitor.register(email)).status).toBe(200);
  await sendMails(cms.strapi);
  expect(await visitor.mailsTo(email)).toHaveLength(1);
  inbox = await startMailInbox(port);
  await sendMails(cms.strapi, new Date(Date.now() + 10 * 60_000));
  expect((await inbox.read()).map(({ to }) => to)).toContainEqual([{ address: email }]);
});
