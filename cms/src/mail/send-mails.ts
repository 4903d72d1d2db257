import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MAIL_JOB } from './queue-mail';
import { isTemplate, writeMail } from './write-mail';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const AT_ONCE = 100;

/** Pauses after each failed try; after the last one the mail is given up, three days on. */
const PAUSES_MINUTES = [1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 1440, 1440];

/** How long one instance has for a mail that it took on. */
const LEASE_MS = 2 * MINUTE_MS;

const jobSchema = z.object({
  id: z.number(),
  to: z.string(),
  language: z.string(),
  template: z.string(),
  values: z.record(z.string(), z.string()),
  tries: z.number(),
});
type Job = z.output<typeof jobSchema>;

/** What is used of Strapi's e-mail plugin, which has no types. */
interface EmailService {
  send(mail: { to: string; subject: string; text: string; html: string }): Promise<unknown>;
}

function emailService(strapi: Core.Strapi): EmailService {
  return strapi.plugin('email').service('email');
}

/** Nothing of a mail is kept once it is over. */
const FORGOTTEN = { to: null, values: null, nextTryAt: null };

async function findDue(strapi: Core.Strapi, now: Date): Promise<Job[]> {
  const rows: unknown = await strapi.db.query(MAIL_JOB).findMany({
    where: { nextTryAt: { $lte: now } },
    orderBy: { id: 'asc' },
    limit: AT_ONCE,
  });
  return z.array(jobSchema).parse(rows);
}

/** Takes a mail on, unless another instance did; one that dies over it leaves it for the next try. */
async function takeOn(strapi: Core.Strapi, { id, tries }: Job, now: Date): Promise<boolean> {
  const { count } = await strapi.db.query(MAIL_JOB).updateMany({
    where: { id, tries, nextTryAt: { $lte: now } },
    data: { tries: tries + 1, nextTryAt: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

async function noteFailure(strapi: Core.Strapi, job: Job, error: unknown, now: Date) {
  const lastError = String(error).replaceAll(job.to, '…').slice(0, 1000);
  const pause = PAUSES_MINUTES[job.tries];
  strapi.log.warn(`A mail (${job.template}) could not be sent: ${lastError}`);
  await strapi.db.query(MAIL_JOB).update({
    where: { id: job.id },
    data:
      pause === undefined
        ? { ...FORGOTTEN, lastError, endedAt: now }
        : { lastError, nextTryAt: new Date(now.getTime() + pause * MINUTE_MS) },
  });
}

async function send(strapi: Core.Strapi, job: Job, now: Date): Promise<void> {
  const { id, to, language, template, values } = job;
  try {
    if (!isTemplate(template)) throw new Error(`There is no mail "${template}".`);
    const mail = writeMail(template, language, values);
    // Without it the provider would send the text as HTML too, and with it what people wrote.
    await emailService(strapi).send({ to, ...mail, html: '' });
  } catch (error) {
    await noteFailure(strapi, job, error, now);
    return;
  }
  const data = { ...FORGOTTEN, lastError: null, endedAt: now };
  await strapi.db.query(MAIL_JOB).update({ where: { id }, data });
}

/** Sends the mails that are due, each by itself: one that fails is tried again later. */
export async function sendMails(strapi: Core.Strapi, now = new Date()): Promise<void> {
  for (const job of await findDue(strapi, now)) {
    if (await takeOn(strapi, job, now)) await send(strapi, job, now);
  }
}

/** Removes what is known of mails that ended before this time. */
export async function removeEndedMails(strapi: Core.Strapi, before: Date): Promise<void> {
  await strapi.db.query(MAIL_JOB).deleteMany({ where: { endedAt: { $lt: before } } });
}

/** How many mails wait, and since when the oldest does. */
export async function readMailQueue(
  strapi: Core.Strapi,
): Promise<{ waiting: number; oldestAt: string | null }> {
  const where = { endedAt: { $null: true } };
  const jobs = strapi.db.query(MAIL_JOB);
  const waiting = await jobs.count({ where });
  const oldest: unknown = await jobs.findOne({ where, orderBy: { id: 'asc' } });
  const { data } = z.object({ queuedAt: z.coerce.date() }).safeParse(oldest);
  return { waiting, oldestAt: data?.queuedAt.toISOString() ?? null };
}
