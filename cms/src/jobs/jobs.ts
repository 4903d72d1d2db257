import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';
import { removeEndedMails, sendMails } from '../mail/send-mails';
import { forgetAnswers } from '../members/answered-once';
import { forgetOldOffers } from '../members/hand-overs';
import { applyRetention } from '../privacy/retention';
import { removeReleased } from '../publishing/outbox';
import { removeLeftFiles } from '../requests/left-files';
import { askOwners } from '../still-alive/ask-owners';
import { runSchedule } from '../schedule/run-schedule';

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
const OUTBOX_DAYS = 90;
const MAIL_DAYS = 30;

interface Job {
  name: string;
  everyMs: number;
  run: (strapi: Core.Strapi) => Promise<void>;
}

const JOBS: readonly Job[] = [
  { name: 'scheduled publishing', everyMs: 30 * SECOND_MS, run: (strapi) => runSchedule(strapi) },
  { name: 'sending mails', everyMs: 2 * SECOND_MS, run: (strapi) => sendMails(strapi) },
  {
    name: 'asking owners whether practices are alive',
    everyMs: DAY_MS,
    run: (strapi) => askOwners(strapi),
  },
  {
    name: 'clearing the mail queue',
    everyMs: DAY_MS,
    run: (strapi) => removeEndedMails(strapi, new Date(Date.now() - MAIL_DAYS * DAY_MS)),
  },
  {
    name: 'letting go of what is kept no longer',
    everyMs: DAY_MS,
    run: (strapi) => applyRetention(strapi),
  },
  {
    name: 'clearing the outbox',
    everyMs: DAY_MS,
    run: (strapi) => removeReleased(strapi, new Date(Date.now() - OUTBOX_DAYS * DAY_MS)),
  },
  {
    name: 'clearing what requests left',
    everyMs: HOUR_MS,
    run: () => removeLeftFiles(new Date(Date.now() - HOUR_MS)),
  },
  { name: 'forgetting answers', everyMs: DAY_MS, run: (strapi) => forgetAnswers(strapi) },
  { name: 'forgetting old offers', everyMs: DAY_MS, run: (strapi) => forgetOldOffers(strapi) },
];

const timersOf = new WeakMap<Core.Strapi, Set<NodeJS.Timeout>>();

function repeat(strapi: Core.Strapi, job: Job, timers: Set<NodeJS.Timeout>): void {
  const run = async () => {
    try {
      await job.run(strapi);
    } catch (error) {
      strapi.log.error(`The job "${job.name}" failed and will be tried again. ${String(error)}`);
    }
    if (timersOf.has(strapi)) plan(job.everyMs);
  };
  const plan = (inMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void run();
    }, inMs).unref();
    timers.add(timer);
  };
  plan(SECOND_MS);
}

/** Starts what runs by the clock, once the CMS listens: a script that loads it has no clock. */
export function startJobs(strapi: Core.Strapi): void {
  const { jobs }: Settings = strapi.config.get('settings');
  if (!jobs) return;
  strapi.server.httpServer.once('listening', () => {
    const timers = new Set<NodeJS.Timeout>();
    timersOf.set(strapi, timers);
    for (const job of JOBS) repeat(strapi, job, timers);
  });
}

export function stopJobs(strapi: Core.Strapi): void {
  for (const timer of timersOf.get(strapi) ?? []) clearTimeout(timer);
  timersOf.delete(strapi);
}
