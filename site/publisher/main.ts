/** The resident publisher: reconciles every two seconds, or at once when it is told to. */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createControlServer } from './control-server.ts';
import { NoticeGuard } from './notice.ts';
import { takeLock } from './process-lock.ts';
import { Publisher } from './publisher.ts';
import { cleanLeftovers } from './release-store.ts';
import { publisherLockOf, readPublisherSettings, releasesDirOf } from './settings.ts';
import { ResidentSite } from './resident-site.ts';
import { stopSignal } from './stop-signal.ts';
import { tell } from './terminal.ts';

const pollMs = 2_000;
/** The longest pause while the CMS does not answer. */
const slowestPollMs = 30_000;

const settings = readPublisherSettings();
const dataDir = settings.SEE_DATA_DIR;
const releasesDir = releasesDirOf(settings);
const releaseLock = takeLock(
  publisherLockOf(settings),
  ({ pid }) => `A publisher already works on ${dataDir} (process ${pid}). Stop it first.`,
);
process.once('exit', releaseLock);
const signal = stopSignal();

const log = (line: string) => {
  tell(`${new Date().toISOString()} ${line}`);
};
for (const name of cleanLeftovers(releasesDir)) log(`removed what a crash left: ${name}`);

/** Ended when there is something to do before the pause is over. */
let pause = new AbortController();
const site = new ResidentSite({
  settings,
  snapshotFile: path.join(dataDir, 'snapshot.db'),
  log,
  signal,
  wake: () => {
    pause.abort();
  },
});
const publisher = new Publisher({ releasesDir, steps: site, log });

const control = createControlServer({
  status: () => publisher.status(),
  guard: new NoticeGuard(settings.SEE_PUBLISH_SECRET, path.join(dataDir, 'notices.json')),
  onPublish: (request) => {
    publisher.request(request);
    pause.abort();
  },
});
control.listen(settings.PUBLISHER_PORT, settings.PUBLISHER_HOST);
signal.addEventListener('abort', () => {
  control.closeAllConnections();
  control.close();
});

let pauseMs = pollMs;
for await (const mayPass of reconciliations()) {
  pauseMs = mayPass ? Math.min(pauseMs * 2, slowestPollMs) : pollMs;
  if (publisher.status().pending && !mayPass) continue;
  pause = new AbortController();
  const wakers = { signal: AbortSignal.any([pause.signal, signal]) };
  await wait(pauseMs, undefined, wakers).catch(() => undefined);
}

await site.close();

/** One after the other until this process is asked to end. */
async function* reconciliations(): AsyncGenerator<boolean> {
  while (!signal.aborted) yield await publisher.reconcile();
}
