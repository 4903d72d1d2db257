/**
 * `npm run import`: brings records in the form of `cms/seed` into the database; the CMS must be down.
 * (`pnpm import` is a command of pnpm's own.)
 */
import { existsSync } from 'node:fs';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { tell } from '../../site/publisher/terminal.ts';
import { buildCms } from './cms/build-cms.ts';
import { importIntoCms } from './cms/import-into-cms.ts';
import { readCommandLine } from './machine/command-line.ts';
import { lockDataDir } from './machine/data-lock.ts';
import { givenPath } from './machine/given-path.ts';
import { runCommand, step } from './machine/progress.ts';
import { loadSecrets } from './machine/secrets.ts';
import { readSettings } from './machine/settings.ts';

const use = 'npm run import -- <file or folder> [--check] [--drafts]';

await runCommand(async () => {
  const { values, positionals } = readCommandLine(
    use,
    {
      check: { type: 'boolean', default: false },
      drafts: { type: 'boolean', default: false },
    },
    1,
  );
  const [given] = positionals;
  if (given === undefined) throw new Error(`Name a file or folder.\nUse: ${use}`);
  const source = givenPath(given);
  if (!existsSync(source)) throw new Error(`There is no file or folder ${source}.`);
  const settings = readSettings(process.env);
  const unlock = lockDataDir(settings.dataDir);
  const signal = stopSignal();
  try {
    const secrets = loadSecrets(settings.dataDir, process.env);
    await step('the CMS is built', (say) => buildCms(settings, secrets, { say, signal }));
    const title = values.check ? 'the records are checked' : 'the records are imported';
    await step(title, (say) =>
      importIntoCms(settings, secrets, { source, ...values, say, signal }),
    );
  } finally {
    unlock();
  }
  tell(values.check ? 'Nothing was written.' : '"npm start" publishes what is not a draft.');
});
process.exit();
