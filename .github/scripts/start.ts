/** `npm start`: everything from a fresh clone to a site that follows what editors do. */
import path from 'node:path';
import type { PublisherStatus } from '../../site/publisher/status.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { readCommandLine } from './machine/command-line.ts';
import { lockDataDir } from './machine/data-lock.ts';
import { runCommand } from './machine/progress.ts';
import { readSettings, type Settings } from './machine/settings.ts';
import { bringUp } from './platform/bring-up.ts';
import { Supervisor } from './processes/supervisor.ts';
import { tell } from '../../site/publisher/terminal.ts';

const stopping = stopSignal();
await runCommand(run);
process.exit();

async function run(): Promise<void> {
  readCommandLine('npm start', {});
  const settings = readSettings(process.env);
  const unlock = lockDataDir(settings.dataDir);
  const supervisor = new Supervisor(settings.dataDir);
  const failure = supervisor.failure.then((error) => Promise.reject(error));
  stopping.addEventListener('abort', () => {
    tell('\nStopping …');
  });
  try {
    showTable(settings, await Promise.race([bringUp(settings, supervisor, stopping), failure]));
    // For whoever started this from a program.
    process.send?.('ready');
    await Promise.race([failure, aborted(stopping)]);
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    await supervisor.stop();
    unlock();
  }
}

function showTable(
  { siteUrl, cmsPublicUrl, ports, dataDir, isDemo }: Settings,
  status: PublisherStatus,
) {
  const shown = (name: string) => path.relative(process.cwd(), path.join(dataDir, name));
  const rows = [
    ['Site', siteUrl],
    ['Admin', `${cmsPublicUrl}/admin`],
    ...(process.env.SMTP_HOST ? [] : [['Mail inbox', `http://localhost:${ports.mailWeb}`]]),
    ...(isDemo ? [['Accounts', shown('accounts.json')]] : []),
    ['Logs', shown('logs')],
  ];
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(12)}${value}`);
  tell(['', ...lines, '', '  Ctrl-C stops everything.', ''].join('\n'));
  if (status.lastError) {
    tell(`The last publish failed; it is tried again:\n${status.lastError.message}\n`);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
