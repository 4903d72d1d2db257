/** `npm run dev`: the CMS and the site, both reloading, on the data of `npm start`. */
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pullContent } from '../../site/publisher/pull/pull.ts';
import { allowedMailOf, readServerSettings } from '../../site/publisher/settings.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { buildCms } from './cms/build-cms.ts';
import { seedCms } from './cms/seed-cms.ts';
import { readCommandLine } from './machine/command-line.ts';
import { lockDataDir } from './machine/data-lock.ts';
import { checkPorts } from './machine/ports.ts';
import { runCommand, step } from './machine/progress.ts';
import { loadSecrets } from './machine/secrets.ts';
import { readSettings, root } from './machine/settings.ts';
import { cmsDevelopProcess, mailProcess, siteDevelopProcess } from './platform/child-specs.ts';
import { portUses } from './platform/port-uses.ts';
import { Supervisor } from './processes/supervisor.ts';
import { answers, waitUntil } from './processes/wait-until.ts';
import { complain, tell } from '../../site/publisher/terminal.ts';

const pollMs = 2_000;
const cmsStartMs = 5 * 60_000;
const stopping = stopSignal();
await runCommand(run);
process.exit();

async function run(): Promise<void> {
  readCommandLine('npm run dev', {});
  const settings = readSettings(process.env);
  const unlock = lockDataDir(settings.dataDir);
  const supervisor = new Supervisor(settings.dataDir);
  const failure = supervisor.failure.then((error) => Promise.reject(error));
  try {
    await Promise.race([develop(), failure]);
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    await supervisor.stop();
    unlock();
  }

  async function develop(): Promise<void> {
    const signal = stopping;
    await supervisor.endOrphans();
    await checkPorts(portUses(settings));
    const secrets = loadSecrets(settings.dataDir, process.env);
    await step('the CMS is built', (say) => buildCms(settings, secrets, { say, signal }));
    await step('the content is filled in', (say) => seedCms(settings, secrets, { say, signal }));
    if (!process.env.SMTP_HOST) supervisor.start(mailProcess(settings));
    await step('the CMS answers, and reloads', async () => {
      supervisor.start(cmsDevelopProcess(settings, secrets));
      await waitUntil(() => answers(`${settings.cmsUrl}/_health`, 204), {
        signal,
        timeoutMs: cmsStartMs,
        onTimeout: () => `The CMS does not answer:\n${supervisor.lastLines('cms')}`,
      });
    });
    const snapshotFile = path.join(settings.dataDir, 'snapshot.db');
    const pull = () =>
      pullContent({
        cmsUrl: settings.cmsUrl,
        token: secrets.buildToken,
        snapshotFile,
        allowedMail: allowedMailOf(readServerSettings()),
        log: (line) => {
          tell(line);
        },
      });
    await step('the content is pulled', pull);
    supervisor.start(siteDevelopProcess(settings, snapshotFile));
    tell(`\n  Site   ${settings.siteUrl}\n  Admin  ${settings.cmsPublicUrl}/admin\n`);
    while (!signal.aborted) {
      await wait(pollMs, undefined, { signal });
      const pulled = await pull().catch((error: unknown) => {
        // The CMS restarts when its code changes; the site keeps what it has meanwhile.
        complain(error);
        return null;
      });
      if (pulled?.changed) showNewContent();
    }
  }
}

/** Vite knows nothing of the snapshot; when the module that opens it seems edited, pages reload. */
function showNewContent(): void {
  const now = new Date();
  utimesSync(path.join(root, 'site/src/snapshot/open.ts'), now, now);
}
