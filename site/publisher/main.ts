/** The resident publisher: reconciles every two seconds, or at once when it is told to. */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createControlServer } from './control-server.ts';
import { NoticeGuard } from './notice.ts';
import { dataDirHolder } from './hold-data-dir.ts';
import { createDispatcher } from './hosted/dispatcher.ts';
import { createOperator, mailQueueCondition } from './operator/operator.ts';
import { Outbox } from './outbox.ts';
import { rollBack } from './pin.ts';
import { LockHeldError } from './process-lock.ts';
import { Publisher } from './publisher.ts';
import { readPublisherSettings, releasesDirOf } from './settings.ts';
import { ResidentSite } from './resident-site.ts';
import { Rest } from './rest.ts';
import { stopSignal } from './stop-signal.ts';
import { tell } from './terminal.ts';

const pollMs = 2_000;
/** The longest pause while the CMS does not answer. */
const slowestPollMs = 30_000;

const settings = readPublisherSettings();
const dataDir = settings.SEE_DATA_DIR;
const releasesDir = releasesDirOf(settings);
const snapshotFile = path.join(dataDir, 'snapshot.db');
const signal = stopSignal();

const log = (line: string) => {
  tell(`${new Date().toISOString()} ${line}`);
};
const holdDataDir = dataDirHolder(settings, log);
try {
  holdDataDir();
} catch (error) {
  // A disk that takes nothing is told of, and tried again, by the publisher.
  if (error instanceof LockHeldError) throw error;
}

/** Ended when there is something to do before the pause is over. */
let pause = new AbortController();
const outbox = new Outbox(settings.CMS_URL, settings.SEE_PUBLISH_SECRET);
const site = new ResidentSite({
  settings,
  snapshotFile,
  outbox,
  log,
  signal,
  wake: () => {
    pause.abort();
  },
});
const publisher = new Publisher({ releasesDir, steps: site, log, prepare: holdDataDir });
const dispatcher = createDispatcher({ log });
const operator = createOperator({
  dataDir,
  siteUrl: settings.SITE_URL,
  log,
  lookEveryMs: 5_000,
  signal,
});

const control = createControlServer({
  status: () => publisher.status(),
  guard: new NoticeGuard(settings.SEE_PUBLISH_SECRET, path.join(dataDir, 'notices.json')),
  onPublish: (request) => {
    publisher.request(request);
    pause.abort();
  },
  onHint: () => {
    pause.abort();
  },
  onRollback: () => rollBack(releasesDir, snapshotFile),
  onPreview: (request) => site.preview(request),
});
control.listen(settings.PUBLISHER_PORT, settings.PUBLISHER_HOST);
signal.addEventListener('abort', () => {
  control.closeAllConnections();
  control.close();
});

const rest = new Rest();
let pauseMs = pollMs;
while (!signal.aborted) {
  // Made before the work begins: who calls meanwhile finds the pause after it already ended.
  pause = new AbortController();
  const mayPass = await publisher.reconcile();
  const { oldestAt, waiting } = outbox.mail();
  void operator.note(publisher.status(), [mailQueueCondition(oldestAt, waiting)]);
  void dispatcher.note(publisher.status());
  pauseMs = mayPass ? Math.min(pauseMs * 2, slowestPollMs) : pollMs;
  if (publisher.status().pending && !mayPass) continue;
  rest.note(publisher.status().release);
  const wakers = { signal: AbortSignal.any([pause.signal, signal]) };
  await wait(pauseMs, undefined, wakers).catch(() => undefined);
}
await site.close();
