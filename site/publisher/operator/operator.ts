/** Tells the one person who runs the platform what goes wrong, once, and when it is over. */
import type { PublisherStatus } from '../status.ts';
import type { Condition } from './condition.ts';
import { diskFault } from './disk.ts';
import { mailer } from './mail.ts';
import { readOperatorSettings } from './settings.ts';
import { StateFile } from './state-file.ts';
import { Watch } from './watch.ts';

const minuteMs = 60_000;
const mailQueueMs = 15 * minuteMs;
/** How often the disk is tried while nothing seems wrong. */
const probeEveryMs = 15_000;

export interface OperatorOptions {
  dataDir: string;
  siteUrl: string;
  log: (line: string) => void;
  /** Looks by itself at what was noted last, to tell of it in time. */
  lookEveryMs?: number;
  /** Ends that. */
  signal?: AbortSignal;
  variables?: NodeJS.ProcessEnv;
  now?: () => Date;
}

export interface Operator {
  /** To be called after each try to publish, and whenever something else was looked at. */
  note: (status: PublisherStatus, others?: readonly Condition[]) => Promise<void>;
}

export function createOperator(options: OperatorOptions): Operator {
  const { dataDir, siteUrl, log, lookEveryMs, now = () => new Date() } = options;
  const settings = readOperatorSettings(options.variables ?? process.env);
  if (settings.to === null) return { note: () => Promise.resolve() };
  const signature = `Site: ${siteUrl}\nData: ${dataDir}`;
  const send = mailer(settings, settings.to);
  const watch = new Watch({ state: new StateFile(dataDir), send, signature, now, log });
  let disk = { fault: null as string | null, at: 0 };
  let look = (): Promise<void> => Promise.resolve();
  // A try to publish may take long, and the pause after a failed one too.
  if (lookEveryMs !== undefined) {
    const timer = setInterval(() => void look(), lookEveryMs).unref();
    options.signal?.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }
  return {
    note: (status, others = []) => {
      look = async () => {
        const at = now().getTime();
        if (status.lastError !== null || disk.fault !== null || at - disk.at >= probeEveryMs) {
          disk = { fault: diskFault(dataDir), at };
        }
        await watch.note([diskCondition(disk.fault), publishingCondition(status), ...others]);
      };
      return look();
    },
  };
}

function publishingCondition({ lastError }: PublisherStatus): Condition {
  const entry = lastError?.entry ? `\nEntry: ${lastError.entry}` : '';
  return {
    name: 'publishing',
    fault: lastError ? `${lastError.message}${entry}` : null,
    patienceMs: minuteMs,
    calmMs: 0,
    explainedBy: ['disk'],
    title: { alarm: 'publishing fails', recovery: 'publishing works again' },
    advice:
      'Readers see what was published last. It is tried again all the time. When an entry is named, correct it or unpublish it; else look at the log of the publisher.',
  };
}

function diskCondition(fault: string | null): Condition {
  return {
    name: 'disk',
    fault,
    patienceMs: 0,
    calmMs: minuteMs,
    title: { alarm: 'the disk cannot be written to', recovery: 'the disk can be written to again' },
    advice:
      'Readers see what was published last; nothing new is published, and editors may not be able to save. Make room, or give the directory back to the user that runs the platform. It goes on by itself then.',
  };
}

/** For the queue of mail: `oldest` is since when the first mail waits, null when none does. */
export function mailQueueCondition(oldest: Date | null, waiting: number): Condition {
  return {
    name: 'mail queue',
    fault: oldest ? `${waiting} mails wait to be sent.` : null,
    ...(oldest ? { since: oldest } : {}),
    patienceMs: mailQueueMs,
    calmMs: 0,
    title: { alarm: 'mails are not sent', recovery: 'mails are sent again' },
    advice:
      'Members get no mail of confirmation and none about their practices. Look at the mail server.',
  };
}
