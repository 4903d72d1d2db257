/** `npm run publish-site`: publishes now, and resumes publishing after a rollback. */
import { publishOnce } from '../../site/publisher/publish-once.ts';
import { requestPublish } from '../../site/publisher/publish-request.ts';
import { lockHolder } from '../../site/publisher/process-lock.ts';
import { publisherLockOf, readBuildSettings } from '../../site/publisher/settings.ts';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { readCommandLine } from './machine/command-line.ts';
import { ownPresentDataDir } from './machine/own-data-dir.ts';
import { runCommand, step } from './machine/progress.ts';
import { loadSecrets } from './machine/secrets.ts';
import { readSettings } from './machine/settings.ts';
import { publisherVariables } from './platform/child-specs.ts';
import { answers } from './processes/wait-until.ts';
import { tell } from '../../site/publisher/terminal.ts';

await runCommand(async () => {
  const { clean } = readCommandLine('npm run publish-site -- [--clean]', {
    clean: { type: 'boolean', default: false },
  }).values;
  const settings = readSettings(process.env);
  ownPresentDataDir(settings.dataDir);
  const secrets = loadSecrets(settings.dataDir, process.env);
  Object.assign(process.env, publisherVariables(settings, secrets));
  const signal = stopSignal();
  const isRunning = lockHolder(publisherLockOf({ SEE_DATA_DIR: settings.dataDir })) !== null;
  const status = await step('published', async (say) => {
    if (isRunning) return requestPublish(settings.publisherUrl, secrets.publishSecret, { clean });
    const isUp = await answers(`${settings.cmsUrl}/_health`, 204).catch(() => false);
    if (!isUp) {
      throw new Error(
        `Neither a publisher nor the CMS runs: nothing answers at ${settings.cmsUrl}. Start both with "npm start".`,
      );
    }
    return publishOnce(readBuildSettings(), { clean, log: say, signal });
  });
  if (status.lastError) throw new Error(status.lastError.message);
  tell(`Live: ${status.release ?? 'nothing'}, ${status.pages} pages.`);
});
process.exit();
