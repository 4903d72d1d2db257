/** `npm run seed`: fills the content of `cms/seed` into the database; the CMS must be down. */
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { buildCms } from './cms/build-cms.ts';
import { seedCms } from './cms/seed-cms.ts';
import { readCommandLine } from './machine/command-line.ts';
import { lockDataDir } from './machine/data-lock.ts';
import { runCommand, step } from './machine/progress.ts';
import { loadSecrets } from './machine/secrets.ts';
import { readSettings } from './machine/settings.ts';

await runCommand(async () => {
  readCommandLine('npm run seed', {});
  const settings = readSettings(process.env);
  const unlock = lockDataDir(settings.dataDir);
  const signal = stopSignal();
  try {
    const secrets = loadSecrets(settings.dataDir, process.env);
    await step('the CMS is built', (say) => buildCms(settings, secrets, { say, signal }));
    await step('the content is filled in', (say) =>
      seedCms(settings, secrets, { say, signal, force: true }),
    );
  } finally {
    unlock();
  }
});
process.exit();
