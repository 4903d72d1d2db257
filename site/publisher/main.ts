/** The resident publisher: reconciles every two seconds, or at once when it is told to. */
import path from 'node:path';
import { createControlServer } from './control-server.ts';
import { NoticeGuard } from './notice.ts';
import { takeLock } from './process-lock.ts';
import { Publisher } from './publisher.ts';
import { cleanLeftovers } from './release-store.ts';
import { publisherLockOf, readPublisherSettings, releasesDirOf } from './settings.ts';
import { createSiteSteps } from './site-steps.ts';
import { stopSignal } from './stop-signal.ts';

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

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);
for (const name of cleanLeftovers(releasesDir)) log(`removed what a crash left: ${name}`);

const steps = createSiteSteps({
  settings,
  snapshotFile: path.join(dataDir, 'snapshot.db'),
  log,
  signal,
});
const publisher = new Publisher({ releasesDir, steps, log });

let wake = () => {};
const control = createControlServer({
  status: () => publisher.status(),
  guard: new NoticeGuard(settings.SEE_PUBLISH_SECRET, path.join(dataDir, 'notices.json')),
  onPublish: (request) => {
    publisher.request(request);
    wake();
  },
});
control.listen(settings.PUBLISHER_PORT, settings.PUBLISHER_HOST);
signal.addEventListener('abort', () => {
  wake();
  control.closeAllConnections();
  control.close();
});

let pause = pollMs;
while (!signal.aborted) {
  const mayPass = await publisher.reconcile();
  pause = mayPass ? Math.min(pause * 2, slowestPollMs) : pollMs;
  if (signal.aborted || (publisher.status().pending && !mayPass)) continue;
  await pauseFor(pause);
}

async function pauseFor(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
