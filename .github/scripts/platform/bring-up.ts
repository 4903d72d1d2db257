import path from 'node:path';
import { readStatus } from '../../../site/publisher/publish-request.ts';
import { currentRelease } from '../../../site/publisher/release-store.ts';
import type { PublisherStatus } from '../../../site/publisher/status.ts';
import { buildCms } from '../cms/build-cms.ts';
import { seedCms } from '../cms/seed-cms.ts';
import { checkPorts } from '../machine/ports.ts';
import { step } from '../machine/progress.ts';
import { loadSecrets, type Secrets } from '../machine/secrets.ts';
import type { Settings } from '../machine/settings.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { answers, waitUntil } from '../processes/wait-until.ts';
import { cmsProcess, mailProcess, publisherProcess, siteProcess } from './child-specs.ts';
import { portUses } from './port-uses.ts';
import { tell } from '../../../site/publisher/terminal.ts';

const cmsStartMs = 120_000;
const soonMs = 30_000;
const firstPublishMs = 15 * 60_000;

/** Starts everything in order; fulfilled when it answers. Returns what the publisher says then. */
export async function bringUp(
  settings: Settings,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<PublisherStatus> {
  const isFirst = currentRelease(path.join(settings.dataDir, 'releases')) === null;
  const secrets = await step('settings, ports and secrets are in order', async () => {
    await prepare(settings, supervisor);
    return loadSecrets(settings.dataDir, process.env);
  });
  await step('the CMS is built', (say) => buildCms(settings, secrets, { say, signal }));
  if (!isFirst) await startSite(settings, supervisor, signal);
  await Promise.all([
    startMail(settings, supervisor, signal),
    step('the content is filled in', (say) => seedCms(settings, secrets, { say, signal })).then(
      () => startCms(settings, secrets, supervisor, signal),
    ),
  ]);
  const status = await startPublisher(settings, secrets, supervisor, signal);
  if (isFirst) await startSite(settings, supervisor, signal);
  return status;
}

async function prepare(settings: Settings, supervisor: Supervisor): Promise<void> {
  const orphans = await supervisor.endOrphans();
  if (orphans.length > 0) {
    tell(`Ended what a killed run had left behind: ${orphans.join(', ')}.`);
  }
  await checkPorts(portUses(settings));
}

async function startMail(
  settings: Settings,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<void> {
  if (process.env.SMTP_HOST) return;
  await step('mail is caught', async () => {
    supervisor.start(mailProcess(settings));
    await waitUntil(() => answers(`http://127.0.0.1:${settings.ports.mailWeb}/api/healthz`, 200), {
      signal,
      timeoutMs: soonMs,
      onTimeout: () => `The mail inbox does not answer:\n${supervisor.lastLines('mail')}`,
    });
  });
}

async function startCms(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<void> {
  await step('the CMS answers', async () => {
    supervisor.start(cmsProcess(settings, secrets));
    await waitUntil(() => answers(`${settings.cmsUrl}/_health`, 204), {
      signal,
      timeoutMs: cmsStartMs,
      onTimeout: () => `The CMS does not answer:\n${supervisor.lastLines('cms')}`,
    });
  });
}

async function startSite(
  settings: Settings,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<void> {
  await step('the site is served', async () => {
    supervisor.start(siteProcess(settings));
    const url = `http://127.0.0.1:${settings.ports.site}/`;
    // 503 is its answer while there is no release.
    await waitUntil(async () => (await answers(url, 200)) || answers(url, 503), {
      signal,
      timeoutMs: soonMs,
      onTimeout: () => `The site does not answer:\n${supervisor.lastLines('site')}`,
    });
  });
}

/** With a release at hand it is enough that the publisher runs; the first one is waited for. */
async function startPublisher(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<PublisherStatus> {
  return step('the site is published', async () => {
    supervisor.start(publisherProcess(settings, secrets));
    const isSettled = async () => {
      const { release, state } = await readStatus(settings.publisherUrl);
      return release !== null || state === 'failed';
    };
    await waitUntil(isSettled, {
      signal,
      timeoutMs: firstPublishMs,
      onTimeout: () => `The site was not published:\n${supervisor.lastLines('publisher')}`,
    });
    return readStatus(settings.publisherUrl);
  });
}
